namespace Microsoft.Bot.Builder.Dialogs.Understanding;

/// <summary>The number words of a language, folded (no accents, lower case).</summary>
internal sealed class NumberWords
{
    private static readonly NumberWords EnglishWords = new()
    {
        Below100 = Count(0, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
            .Concat(Tens("twenty thirty forty fifty sixty seventy eighty ninety")).Append(new("fourty", 40)).ToDictionary(),
        Hundred = "hundred",
        Scales = new() { ["thousand"] = 1e3m, ["million"] = 1e6m, ["millions"] = 1e6m, ["billion"] = 1e9m, ["trillion"] = 1e12m },
        And = Set("and"),
        Articles = Set("a an"),
        Point = Set("point"),
        Minus = Set("minus negative"),
        Half = Set("half"),
        Dozen = Set("dozen dozens"),
        BareOne = Set("one"),
        OptionWords = Set("option number choice answer"),
        OrdinalSigns = Set("st nd rd th"),
        Ordinals = Count(1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth").ToDictionary(),
        Last = Set("last"),
        BeforeLast = Set("penultimate"),
    };

    private static readonly NumberWords SpanishWords = new()
    {
        Below100 = Count(0, "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve")
            .Concat(Tens("treinta cuarenta cincuenta sesenta setenta ochenta noventa", from: 30))
            .Concat([new("un", 1), new("una", 1), new("veintiun", 21), new("veintiuna", 21)]).ToDictionary(),
        Hundreds = Feminines(Hundredfold("ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos")).Append(new("cien", 100)).ToDictionary(),
        Scales = new() { ["mil"] = 1e3m, ["millon"] = 1e6m, ["millones"] = 1e6m, ["billon"] = 1e12m, ["billones"] = 1e12m },
        And = Set("y"),
        Articles = Set("una un"),
        Point = Set("coma punto"),
        Minus = Set("menos"),
        Half = Set("medio media"),
        Dozen = Set("docena docenas"),
        BareOne = Set("un una"),
        OptionWords = Set("opcion numero nro alternativa"),
        OrdinalSigns = Set("ro ra er do da to ta mo ma vo va no na o a"),
        Ordinals = Genders("primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo undecimo duodecimo").Concat([new("primer", 1), new("tercer", 3), new("setimo", 7), new("setima", 7)]).ToDictionary(),
        Last = Set("ultimo ultima"),
        BeforeLast = Set("penultimo penultima anteultimo anteultima"),
    };

    private static readonly NumberWords PortugueseWords = new()
    {
        Below100 = Count(0, "zero um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove")
            .Concat(Tens("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"))
            .Concat([new("uma", 1), new("duas", 2), new("catorze", 14), new("dezasseis", 16), new("dezassete", 17), new("dezanove", 19)]).ToDictionary(),
        Hundreds = Feminines(Hundredfold("cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos")).Append(new("cem", 100)).ToDictionary(),
        Scales = new() { ["mil"] = 1e3m, ["milhao"] = 1e6m, ["milhoes"] = 1e6m, ["bilhao"] = 1e9m, ["bilhoes"] = 1e9m, ["trilhao"] = 1e12m, ["trilhoes"] = 1e12m },
        And = Set("e"),
        Articles = Set("uma um"),
        Point = Set("virgula ponto"),
        Minus = Set("menos"),
        Half = Set("meio meia"),
        Dozen = Set("duzia duzias"),
        BareOne = Set("um uma"),
        OptionWords = Set("opcao numero alternativa"),
        OrdinalSigns = Set("o a"),
        Ordinals = Genders("primeiro segundo terceiro quarto quinto sexto setimo oitavo nono decimo").ToDictionary(),
        Last = Set("ultimo ultima"),
        BeforeLast = Set("penultimo penultima"),
    };

    /// <summary>Units that are written right behind the digits. Other letters there make it a name ("2x"), not a number.</summary>
    public static readonly HashSet<string> Units = Set("kg kgs g gr grs mg t tn km m mt mts cm mm l lt lts ml cc w kw v volts a ah mah hz ghz gb mb tb h hs hrs min s seg u un und uds unid ars brl mxn clp cop uyu pen usd eur pesos reales reais soles c f");

    public Dictionary<string, int> Below100 { get; private init; }

    public Dictionary<string, int> Hundreds { get; private init; } = [];

    /// <summary>The word that multiplies ("two hundred"), where hundreds aren't words of their own.</summary>
    public string Hundred { get; private init; }

    public Dictionary<string, decimal> Scales { get; private init; }

    public HashSet<string> And { get; private init; }

    public HashSet<string> Articles { get; private init; }

    public HashSet<string> Point { get; private init; }

    public HashSet<string> Minus { get; private init; }

    public HashSet<string> Half { get; private init; }

    public HashSet<string> Dozen { get; private init; }

    /// <summary>Words for one that are mostly said for another reason ("quiero una negra", "the red one").</summary>
    public HashSet<string> BareOne { get; private init; }

    public HashSet<string> OptionWords { get; private init; }

    /// <summary>What is written behind the digits of an ordinal: 2nd, 2do, 3ra, 1o.</summary>
    public HashSet<string> OrdinalSigns { get; private init; }

    public Dictionary<string, int> Ordinals { get; private init; }

    public HashSet<string> Last { get; private init; }

    public HashSet<string> BeforeLast { get; private init; }

    public static NumberWords Of(string locale) => Languages.Of(locale) switch
    {
        Language.Spanish => SpanishWords,
        Language.Portuguese => PortugueseWords,
        _ => EnglishWords,
    };

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, int>> Count(int from, string words) => words.Split(' ').Select((word, i) => new KeyValuePair<string, int>(word, from + i));

    private static IEnumerable<KeyValuePair<string, int>> Tens(string words, int from = 20) => words.Split(' ').Select((word, i) => new KeyValuePair<string, int>(word, from + (10 * i)));

    private static IEnumerable<KeyValuePair<string, int>> Hundredfold(string words) => words.Split(' ').Select((word, i) => new KeyValuePair<string, int>(word, 100 * (i + 1)));

    private static IEnumerable<KeyValuePair<string, int>> Feminines(IEnumerable<KeyValuePair<string, int>> words) =>
        words.SelectMany(word => word.Key.EndsWith("os", StringComparison.Ordinal) ? [word, new(word.Key[..^2] + "as", word.Value)] : new[] { word });

    private static IEnumerable<KeyValuePair<string, int>> Genders(string words) =>
        Count(1, words).SelectMany(word => new[] { word, new(word.Key[..^1] + "a", word.Value) });
}
