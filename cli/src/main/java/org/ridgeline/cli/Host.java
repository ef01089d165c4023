package org.ridgeline.cli;

import java.util.List;

/** A framework that can train a linear model with a regularizer. */
interface Host {

    /** What users call it. */
    String name();

    /**
     * Trains.
     *
     * @throws IllegalArgumentException if the host refuses the data or the task
     * @throws Exception if the host fails
     */
    LinearModel train(Dataset data, Task task) throws Exception;

    /** All hosts, the plain solver first. */
    static List<Host> all() {
        return List.of(new SolverHost(), new WekaHost(), new TribuoHost(), new Dl4jHost());
    }

    /**
     * The host of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Host of(String name) {
        return all().stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no host '" + name + "'; there are "
                        + String.join(", ", all().stream().map(Host::name).toList())));
    }
}
