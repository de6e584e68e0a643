package dev.groma.bridge.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.bridge.message.Trouble.Kind;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatienceTest {

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"UNREACHABLE", "OVERLOADED", "QUOTA", "FORBIDDEN", "NO_NAMESPACE"})
  void it_never_ends_where_the_trouble_is_ours(Kind ours) {
    assertThat(Patience.isOver(new Trouble(ours, "-"), OptionalLong.of(1), 1_000)).isFalse();
  }

  @Test
  void it_ends_where_others_were_stored_between_two_faults_of_a_message() {
    Trouble fault = new Trouble(Kind.FAULT, "-");

    assertThat(Patience.isOver(fault, OptionalLong.empty(), 1_000)).isFalse();
    assertThat(Patience.isOver(fault, OptionalLong.of(7), 7)).isFalse();
    assertThat(Patience.isOver(fault, OptionalLong.of(7), 8)).isTrue();
  }
}
