package dev.groma.images.generated;

import static java.util.Comparator.comparing;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order of the mappings in the classes that set a program's configuration up. */
final class ConfigMappings {

  /** The class that declares each of them, in a field of its own. */
  static final String SHARED = "io/quarkus/runtime/generated/SharedConfig.class";

  private static final String FIELD = "configClass$";
  private static final MethodTypeDesc ADDS_A_MAPPING =
      MethodTypeDesc.ofDescriptor(
          "(Lio/smallrye/config/SmallRyeConfigBuilder;"
              + "Lio/smallrye/config/ConfigMappings$ConfigClass;)V");

  /** The place of each in the order of names, by the field that Quarkus gave it. */
  private final Map<String, Integer> places;

  private ConfigMappings(Map<String, Integer> places) {
    this.places = places;
  }

  /**
   * All that Quarkus writes for one mapping: class, prefix, call, field; then each class within and
   * the call that loads it.
   */
  private record Declaration(int start, List<CodeElement> code) {

    String name() {
      return "%s %s".formatted(constant(code.get(0)), constant(code.get(1)));
    }

    String field() {
      return ((FieldInstruction) code.get(3)).name().stringValue();
    }

    int end() {
      return start + code.size();
    }

    private static String constant(CodeElement load) {
      return ((ConstantInstruction) load).constantValue().toString();
    }
  }

  /** Of the class {@link #SHARED}. */
  static ConfigMappings of(ClassModel shared) {
    List<Declaration> declarations =
        shared.methods().stream()
            .flatMap(method -> method.code().stream())
            .flatMap(code -> declarations(code.elementList()).stream())
            .sorted(comparing(Declaration::name))
            .toList();
    if (declarations.isEmpty()) {
      throw unknown(SHARED + " without mappings");
    }
    Map<String, Integer> places = new HashMap<>();
    declarations.forEach(declaration -> places.put(declaration.field(), places.size()));
    return new ConfigMappings(places);
  }

  /** That a class is not as Quarkus 3.34 makes it. */
  static IllegalStateException unknown(String what) {
    return new IllegalStateException(
        what
            + ": Quarkus generates other classes than before;"
            + " see whether they are the same for the same source by now");
  }

  private static List<Declaration> declarations(List<CodeElement> code) {
    List<Declaration> declarations = new ArrayList<>();
    for (int i = 0; i + 4 < code.size(); i++) {
      if (calls(code.get(i + 2), "configClass")) {
        int end = i + 4;
        while (calls(code.get(end + 1), "ensureLoaded")) {
          end += 2;
        }
        declarations.add(new Declaration(i, code.subList(i, end)));
      }
    }
    return declarations;
  }

  private static boolean calls(CodeElement element, String method) {
    return element instanceof InvokeInstruction call && call.name().equalsString(method);
  }

  /** Puts the mappings in order, in the code of any class. */
  CodeTransform inOrder() {
    return CodeTransform.ofStateful(InOrder::new);
  }

  /** A method's code: first collected, then put in order. */
  private final class InOrder implements CodeTransform {

    private final List<CodeElement> code = new ArrayList<>();

    @Override
    public void accept(CodeBuilder ordered, CodeElement element) {
      code.add(element);
    }

    @Override
    public void atEnd(CodeBuilder ordered) {
      orderDeclarations();
      orderAdditions();
      for (CodeElement element : code) {
        if (isMapping(element)) {
          FieldInstruction field = (FieldInstruction) element;
          ordered.fieldAccess(
              field.opcode(), field.owner().asSymbol(), FIELD + place(field), field.typeSymbol());
        } else {
          ordered.with(element);
        }
      }
    }

    private void orderDeclarations() {
      List<Declaration> declarations = declarations(code);
      if (declarations.isEmpty()) {
        return;
      }
      List<CodeElement> ordered =
          declarations.stream()
              .sorted(comparing(Declaration::name))
              .flatMap(declaration -> declaration.code().stream())
              .toList();
      List<CodeElement> all =
          code.subList(declarations.getFirst().start(), declarations.getLast().end());
      if (all.size() != ordered.size()) {
        throw unknown(SHARED + " with code between mappings");
      }
      for (int i = 0; i < ordered.size(); i++) {
        all.set(i, ordered.get(i));
      }
    }

    /** Calls of a method that adds one mapping differ in nothing but the field that they load. */
    private void orderAdditions() {
      Map<String, List<Integer>> loads = new HashMap<>();
      int load = -1;
      for (int i = 0; i < code.size(); i++) {
        if (isMapping(code.get(i))) {
          load = i;
        } else if (code.get(i) instanceof InvokeInstruction call
            && call.typeSymbol().equals(ADDS_A_MAPPING)) {
          loads.computeIfAbsent(call.name().stringValue(), _ -> new ArrayList<>()).add(load);
        }
      }
      for (List<Integer> ofOneMethod : loads.values()) {
        List<CodeElement> ordered =
            ofOneMethod.stream()
                .map(code::get)
                .sorted(comparing(field -> place((FieldInstruction) field)))
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
          code.set(ofOneMethod.get(i), ordered.get(i));
        }
      }
    }
  }

  private static boolean isMapping(CodeElement element) {
    return element instanceof FieldInstruction field
        && SHARED.equals(field.owner().asInternalName() + ".class")
        && field.name().stringValue().startsWith(FIELD);
  }

  private int place(FieldInstruction field) {
    Integer place = places.get(field.name().stringValue());
    if (place == null) {
      throw unknown(SHARED + " without " + field.name());
    }
    return place;
  }
}
