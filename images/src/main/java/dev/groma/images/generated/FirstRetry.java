package dev.groma.images.generated;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out the first interval between an operator's retries, which is recorded in some builds
 * only. The operator has it from its {@code application.properties} in any case, after what is
 * recorded.
 */
final class FirstRetry implements CodeTransform {

  private final List<CodeElement> code = new ArrayList<>();

  @Override
  public void accept(CodeBuilder shorter, CodeElement element) {
    code.add(element);
  }

  @Override
  public void atEnd(CodeBuilder shorter) {
    for (int i = code.size() - 2; i >= 2; i--) {
      if (setsFirstInterval(code.get(i))) {
        // The retry, the interval, the call, and what the call returns.
        code.subList(i - 2, i + 2).clear();
      }
    }
    code.forEach(shorter);
  }

  private static boolean setsFirstInterval(CodeElement element) {
    return element instanceof InvokeInstruction call
        && call.name().equalsString("setInitialInterval")
        && call.owner()
            .asInternalName()
            .equals("io/javaoperatorsdk/operator/processing/retry/GenericRetry");
  }
}
