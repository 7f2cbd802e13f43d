package org.densesteer.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class TwoWayTest {

  /** A control that keeps its value below a bound, as a slider does. */
  private static final class Bounded extends SimpleObjectProperty<Integer> {

    private int most = 10;

    private Bounded() {
      super(0);
    }

    private void setMost(int bound) {
      most = bound;
      set(get());
    }

    @Override
    public void set(Integer value) {
      super.set(Math.min(value, most));
    }
  }

  private final Bounded control = new Bounded();
  private final ObjectProperty<Integer> value = new SimpleObjectProperty<>(3);
  private final ObjectProperty<Integer> bound = new SimpleObjectProperty<>(10);
  private final List<Integer> wishes = new ArrayList<>();

  private void tie() {
    TwoWay.tie(
        control,
        () -> {
          control.setMost(bound.get());
          control.set(value.get());
        },
        wishes::add,
        bound,
        value);
  }

  @Test
  void theControlFollows() {
    tie();
    assertEquals(3, control.get());
    value.set(7);
    assertEquals(7, control.get());
    assertEquals(List.of(), wishes);
  }

  @Test
  void aWishIsHandedOnOnce() {
    TwoWay.tie(
        control,
        value,
        wish -> {
          wishes.add(wish);
          value.set(wish);
        });
    control.set(5);
    assertEquals(5, value.get());
    assertEquals(List.of(5), wishes);
  }

  @Test
  void whatIsNotGrantedIsTakenBack() {
    tie();
    control.set(5);
    assertEquals(List.of(5), wishes);
    assertEquals(3, control.get());
  }

  @Test
  void whatTheControlDoesByItselfIsNoWish() {
    tie();
    value.set(8);
    bound.set(4);
    assertEquals(4, control.get());
    value.set(20);
    bound.set(6);
    assertEquals(6, control.get());
    bound.set(30);
    assertEquals(20, control.get());
    assertEquals(List.of(), wishes);
  }

  @Test
  void nullIsNotShown() {
    TwoWay.tie(control, value, wishes::add);
    value.set(null);
    assertEquals(3, control.get());
    assertEquals(List.of(), wishes);
  }
}
