package dev.groma.engine.sitelayout.output;

/** How {@code report.html} looks: on a screen, on a phone, on paper. */
final class ReportStyle {

  /** What is wider than a phone, maps and tables, scrolls by itself; the page does not. */
  static final String CSS =
      """
      body{font:15px/1.5 Helvetica,Arial,sans-serif;color:#27313b;background:#f4f3ef;margin:0}
      main{max-width:1120px;margin:0 auto;padding:28px 28px 60px;background:#fffefb}
      h1{font-size:27px;line-height:1.25;margin:0 0 4px}h2{font-size:19px;margin:34px 0 8px}
      p.sub{color:#6f7b87;margin:0 0 18px}
      svg{display:block;max-width:100%;height:auto}
      .wide{overflow-x:auto}
      table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
      th,td{padding:5px 10px;border-bottom:1px solid #e3e4e2;text-align:right;white-space:nowrap}
      th:first-child,td:first-child,td.t,th.t{text-align:left}th{color:#6f7b87;font-weight:normal}
      .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(132px,1fr));gap:12px;margin:16px 0}
      .card{border:1px solid #e3e4e2;border-radius:10px;padding:10px 14px}
      .card b{display:block;font-size:20px}.card span{color:#6f7b87}
      .no b{color:#cf2f3c}.yes b{color:#2f7d4f}
      ul.w{background:#fdf4e3;border-left:4px solid #d98a00;padding:10px 14px 10px 30px;margin:12px 0}
      ul.w li{overflow-wrap:anywhere}
      pre{background:#f4f3ef;padding:14px;overflow:auto;font-size:12.5px}
      .profiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(310px,1fr));gap:18px}
      figure{margin:0}figcaption{color:#6f7b87;font-size:13px}
      @media(max-width:700px){main{padding:18px 16px 40px}.map svg{max-width:none;width:760px}}
      @media print{body{background:#fff}main{max-width:none}.wide{overflow:visible}}
      """;

  private ReportStyle() {}
}
