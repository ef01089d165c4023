package org.ridgeline.conformance;

import java.util.List;
import java.util.stream.Stream;

/** Text forms that a host's configuration has to keep, and such that it has to refuse. */
final class Configurations {

    /** A text that is refused and what the message has to name: what was found and what there is to choose from. */
    record Wrong(String text, List<String> named) {}

    private Configurations() {}

    /** The given forms, and some whose numbers, spaces and nesting are easily lost. */
    static Stream<String> kept(List<String> textForms) {
        return Stream.concat(
                textForms.stream(),
                Stream.of(
                                "l1",
                                "l2(lambda=0)",
                                "l1(lambda=0.30000000000000004)",
                                "l2(lambda=1e-300)",
                                "group-l2(lambda=123456789.123)",
                                " elastic-net ( alpha = 0.25 , lambda = 1e3 ) ",
                                "adaptive(base=group-l2(lambda=0.5),min=0.001,max=8,decay=0.5,epochs=3,patience=2)",
                                "adaptive(base=elastic-net(lambda=0.1,alpha=0))")
                        .filter(text -> !textForms.contains(text)));
    }

    static Stream<Wrong> wrong() {
        return Stream.of(
                new Wrong(
                        "no-such-penalty(lambda=1)", List.of("no-such-penalty", "elastic-net", "group-l2", "l1", "l2")),
                new Wrong("adaptive(base=no-such-penalty)", List.of("no-such-penalty", "elastic-net", "group-l2")),
                new Wrong("elastic-net(lamda=1)", List.of("lamda", "lambda", "alpha")),
                new Wrong("l1(lambda=-1)", List.of("lambda", "-1", ">= 0")),
                new Wrong("l1(lambda=strong)", List.of("lambda", "strong", ">= 0")),
                new Wrong("elastic-net(lambda=1,alpha=1.5)", List.of("alpha", "1.5", "[0, 1]")),
                new Wrong("l1(lambda=1", List.of("',' or ')'", "the end")),
                new Wrong("l1(lambda=1) and more", List.of("the end", "and more")),
                new Wrong("(lambda=1)", List.of("the name of a regularizer", "(lambda=1)")));
    }
}
