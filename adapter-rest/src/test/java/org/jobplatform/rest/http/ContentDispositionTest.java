package org.jobplatform.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "report.json|report.json|report.json",
                "a b.csv|a b.csv|a%20b.csv",
                "x\"; filename=y.exe|x_; filename=y.exe|x%22%3B%20filename%3Dy.exe",
                "50%.txt|50_.txt|50%25.txt",
                "日本.txt|__.txt|%E6%97%A5%E6%9C%AC.txt",
                "😀|_|%F0%9F%98%80",
                "it's (1)*|it's (1)*|it%27s%20%281%29%2A"
            })
    void fileNameShouldArriveWholeAndAlone(String fileName, String plain, String encoded) {
        assertThat(ContentDisposition.attachment(fileName))
                .isEqualTo("attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
    }

    @Test
    void compactFormShouldNameTheFileOnceWhereThatIsEnough() {
        assertThat(ContentDisposition.compact("report.json")).isEqualTo("attachment;filename=\"report.json\"");
        assertThat(ContentDisposition.compact("x\";y.exe"))
                .isEqualTo("attachment;filename=\"x_;y.exe\";filename*=UTF-8''x%22%3By.exe");
    }
}
