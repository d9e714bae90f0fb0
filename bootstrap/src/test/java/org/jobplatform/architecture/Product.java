package org.jobplatform.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What is shipped: every class of the project but those of tests, wherever the build has put these. */
final class Product {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(Product::isShipped)
            .importPackages("org.jobplatform");

    private Product() {}

    private static boolean isShipped(Location location) {
        return !location.contains("-tests.jar");
    }
}
