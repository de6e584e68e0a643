package dev.groma.engine.sitelayout.output;

import java.util.HexFormat;

/**
 * Letters of 5 by 7 pixels, as displays have had them since the 1970s, and one below for the tails
 * of g, p, q and y: a picture with words needs no fonts of the machine, and looks the same on each.
 */
final class PixelFont {

  static final int WIDTH = 6;
  static final int HEIGHT = 8;

  private static final int FIRST = ' ';

  /** Five columns a letter, bit 0 on top, U+0020 to U+007A. */
  private static final byte[] COLUMNS =
      HexFormat.of()
          .parseHex(
              "0000000000"
                  + "00005f0000"
                  + "0007000700"
                  + "147f147f14"
                  + "242a7f2a12"
                  + "2313086462"
                  + "3649552250"
                  + "0005030000"
                  + "001c224100"
                  + "0041221c00"
                  + "082a1c2a08"
                  + "08083e0808"
                  + "0050300000"
                  + "0808080808"
                  + "0060600000"
                  + "2010080402"
                  + "3e5149453e"
                  + "00427f4000"
                  + "4261514946"
                  + "2141454b31"
                  + "1814127f10"
                  + "2745454539"
                  + "3c4a494930"
                  + "0171090503"
                  + "3649494936"
                  + "064949291e"
                  + "0036360000"
                  + "0056360000"
                  + "0008142241"
                  + "1414141414"
                  + "4122140800"
                  + "0201510906"
                  + "324979413e"
                  + "7e1111117e"
                  + "7f49494936"
                  + "3e41414122"
                  + "7f4141221c"
                  + "7f49494941"
                  + "7f09090101"
                  + "3e41415132"
                  + "7f0808087f"
                  + "00417f4100"
                  + "2040413f01"
                  + "7f08142241"
                  + "7f40404040"
                  + "7f0204027f"
                  + "7f0408107f"
                  + "3e4141413e"
                  + "7f09090906"
                  + "3e4151215e"
                  + "7f09192946"
                  + "4649494931"
                  + "01017f0101"
                  + "3f4040403f"
                  + "1f2040201f"
                  + "7f2018207f"
                  + "6314081463"
                  + "0304780403"
                  + "6151494543"
                  + "00007f4141"
                  + "0204081020"
                  + "41417f0000"
                  + "0402010204"
                  + "4040404040"
                  + "0001020400"
                  + "2054545478"
                  + "7f48444438"
                  + "3844444420"
                  + "384444487f"
                  + "3854545418"
                  + "087e090102"
                  + "18a4a4a47c"
                  + "7f08040478"
                  + "00447d4000"
                  + "2040443d00"
                  + "007f102844"
                  + "00417f4000"
                  + "7c04180478"
                  + "7c08040478"
                  + "3844444438"
                  + "fc24242418"
                  + "18242424fc"
                  + "7c08040408"
                  + "4854545420"
                  + "043f444020"
                  + "3c4040207c"
                  + "1c2040201c"
                  + "3c4030403c"
                  + "4428102844"
                  + "4c9090907c"
                  + "4464544c44");

  private PixelFont() {}

  /** Whether a pixel of a letter is dark; letters that there are not are blank. */
  static boolean isDark(char letter, int x, int y) {
    int at = (letter - FIRST) * 5 + x;
    return x < 5 && letter >= FIRST && at < COLUMNS.length && (COLUMNS[at] >> y & 1) != 0;
  }
}
