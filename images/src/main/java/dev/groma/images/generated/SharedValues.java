package dev.groma.images.generated;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.constant.ConstantDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers the values that build steps share by their first use, in all classes of one jar. */
final class SharedValues implements CodeTransform {

  private static final String PREFIX = "proxykey";
  private static final Pattern NAME = Pattern.compile(PREFIX + "\\d+");

  private final Map<String, String> names = new HashMap<>();

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    if (element instanceof LoadConstantInstruction load) {
      // Others are loaded anew as well: a constant's place in the pool decides on the instruction.
      code.ldc(renamed(load.constantValue()));
    } else {
      code.with(element);
    }
  }

  private ConstantDesc renamed(ConstantDesc constant) {
    return constant instanceof String name && NAME.matcher(name).matches()
        ? names.computeIfAbsent(name, _ -> PREFIX + names.size())
        : constant;
  }
}
