package dev.groma.cluster.junit;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the rows of a page begin that documents a program's settings, one for each. */
public final class SettingRows {

  private SettingRows() {}

  /**
   * The rows of a group of settings and of the groups in it.
   *
   * @param prefix of their names
   * @param group an interface with a method for each setting, or group of settings
   * @param byDefault the default of a setting; null where it has none
   */
  public static List<String> of(
      String prefix, Class<?> group, Function<Method, @Nullable String> byDefault) {
    List<String> rows = new ArrayList<>();
    for (Method member : group.getDeclaredMethods()) {
      String name = prefix + "." + kebab(member.getName());
      if (member.getReturnType().isInterface() && member.getReturnType().isMemberClass()) {
        rows.addAll(of(name, member.getReturnType(), byDefault));
      } else {
        String value = byDefault.apply(member);
        rows.add("| `" + name + "` | " + (value == null ? "" : "`" + value + "` |"));
      }
    }
    return rows;
  }

  private static String kebab(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
