package org.ridgeline.conformance;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ridgeline.RegularizerProvider;
import org.ridgeline.Regularizers;
import org.ridgeline.TextForm;

/** The conformance class that the author of a broken regularizer would write. Run by {@link BrokenRegularizersTest}. */
@ExtendWith(Subject.class)
class MutantConformance extends RegularizerConformance {

    private final Breakage breakage;

    MutantConformance(Breakage breakage) {
        this.breakage = breakage;
    }

    @Override
    protected List<String> textForms() {
        return List.of(breakage.text());
    }

    @Override
    protected boolean linearInLambda() {
        return breakage.linearInLambda();
    }

    @Override
    protected OptionalDouble degree() {
        return breakage.degree();
    }

    @Override
    protected Regularizers regularizers() {
        Regularizers good = super.regularizers();
        String broken = TextForm.parse(breakage.text()).name();
        return Regularizers.of(good.names().stream()
                .map(good::provider)
                .map(provider -> provider.name().equals(broken) ? broken(provider) : provider)
                .toList());
    }

    private RegularizerProvider broken(RegularizerProvider good) {
        return new Mutant.Provider(breakage, good);
    }
}
