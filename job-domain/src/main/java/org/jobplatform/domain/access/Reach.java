package org.jobplatform.domain.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jobplatform.domain.job.ProjectPath;

/** The projects out of which somebody is shown things. */
public sealed interface Reach {
    /** All projects. */
    Reach EVERYTHING = new Everything();

    /** Says whether things of this project are shown. */
    boolean includes(ProjectPath project);

    /** These folders and all below them; none when there are none. */
    static Reach of(Collection<ProjectPath> folders) {
        return new Folders(List.copyOf(folders));
    }

    /** All projects, also those to come. */
    record Everything() implements Reach {
        @Override
        public boolean includes(ProjectPath project) {
            return true;
        }
    }

    /**
     * Some folders and all below them.
     *
     * @param folders in their order, none within another
     */
    record Folders(List<ProjectPath> folders) implements Reach {
        /** Leaves out what another folder covers. */
        public Folders {
            List<ProjectPath> given = List.copyOf(folders);
            folders = given.stream()
                    .distinct()
                    .filter(folder ->
                            given.stream().noneMatch(other -> !other.equals(folder) && other.contains(folder)))
                    .sorted(Comparator.comparing(ProjectPath::value))
                    .toList();
        }

        @Override
        public boolean includes(ProjectPath project) {
            return folders.stream().anyMatch(folder -> folder.contains(project));
        }
    }
}
