package org.ridgeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.ridgeline.penalties.L1;

class TrainingTest {

    @Test
    void aFixedStrengthIsSettledFromTheStart() {
        L1 l1 = new L1(1);
        Training training = l1.train();
        training.observe(new Progress(0, Double.NaN, Double.NaN, false));
        assertThat(training.current()).isSameAs(l1);
        assertThat(training.settled()).isTrue();
    }

    @Test
    void epochsCountFromZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Progress(-1, 0, 0, false))
                .withMessageContaining("-1");
    }
}
