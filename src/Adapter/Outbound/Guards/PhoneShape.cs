namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Decides whether a run of digits is a telephone number of the region.</summary>
internal static class PhoneShape
{
    private const int Before = 5;
    private const int Behind = 4;

    private static readonly HashSet<string> Money = new(StringComparer.Ordinal) { "ars", "usd", "brl", "mxn", "clp", "cop", "uyu", "pen", "precio", "preco", "valor", "sale", "cuesta", "custa", "vale", "total" };

    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "codigo", "codigos", "cod", "modelo", "modelos", "mod", "ref", "referencia", "sku", "ean", "gtin", "upc", "isbn", "art", "articulo", "parte", "part", "pn", "oem", "serie", "serial",
        "repuesto", "peca", "publicacion", "anuncio", "orden", "pedido", "rastreio", "seguimiento", "tracking", "guia", "cuit", "cuil", "rut", "cnpj", "cpf", "anvisa", "anatel", "inmetro",
        "registro", "anmat", "nom", "lote", "dni", "ncm", "norma", "resolucion", "certificado", "homologacao", "iso", "patente", "mla", "mlb", "mlm", "mlc", "mco", "mlu", "mpe",
        "reemplaza", "reemplazan", "sustituye", "sustituyen", "substitui", "substituem", "equivale", "bomba", "sensor", "inyector", "injetor", "valvula", "bobina", "alternador", "correa", "correia", "rodamiento", "rolamento", "termostato", "grabado", "gravado", "dice", "diz", "original", "numeracion", "talle", "talles", "tamanho", "tamanhos", "talla", "tallas", "medidas", "cep", "cp",
    };

    /// <summary>Said with a number, they ask to be called or written to.</summary>
    private static readonly string[] Invitations =
    [
        "whats", "wsp", "wpp", "wp", "wasap", "guasap", "zap", "llamame", "llamanos", "llama", "llame", "llamar", "llamen", "llamas", "ligue", "liga", "ligar", "chama", "chame", "chamar", "escrib", "contact",
        "contat", "comunic", "mensajea", "telegram", "sms", "agendame", "agendanos", "agende", "hablame", "hablanos", "hable", "fale", "falar", "fala", "mandame", "mandanos", "mande", "manda", "anota", "anote", "marque",
        "marcame", "marcanos", "yape", "nequi", "avisame", "pix",
    ];

    /// <summary>What nobody does with a code or a price.</summary>
    private static readonly string[] Calls = ["llamame", "llamanos", "llama", "llame", "llamen", "ligue", "liga", "marcame", "marcanos", "marcal", "discal", "agendame", "agendanos", "agende", "agenda", "anota", "anotalo", "anote", "whats", "wsp", "wpp", "zap", "hablame", "hablanos"];

    private static readonly string[] Ours = ["nuestro", "nosso", "mio", "meu"];

    /// <summary>A telephone as a thing, or whose number it is; many products have one.</summary>
    private static readonly string[] Telephones = ["telef", "tel", "fone", "fono", "cel", "celu", "celular", "movil", "fijo", "nro", "numero", "ddd", "caracteristica", "digitos", "cels", "celulares", "linea", "lada", "ladas", "prefijo"];

    /// <summary>Nouns that a number belongs to, behind an article ("el de la marca"): alone they are also verbs.</summary>
    private static readonly HashSet<string> Owners = new(StringComparer.Ordinal) { "pieza", "marca", "fabricante", "fabrica", "catalogo", "equivalente", "etiqueta", "envase", "embalagem", "motor", "chasis", "chassi" };

    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal) { "n", "no", "nro", "num", "art", "cod", "ref", "mod", "tel", "cel", "aprox", "part", "pub" };

    public static bool IsPhone(string text, List<Token> tokens, DigitRun run)
    {
        if (run.IsGlued && run.Digits is >= 7 and <= 15) return true;
        if (run.Digits is >= 7 and <= 14 && !IsDate(run) && !IsYears(run) && DigitHints.HasKey(text, run)) return true;
        return IsPhone(tokens, run, run.Digits >= 8 && DigitHints.IsTalked(text, run));
    }

    private static bool IsPhone(List<Token> tokens, DigitRun run, bool talked)
    {
        if (run.Digits is < 3 or > 18) return run.Digits > 18 && run.Groups.Count >= 12 && run.Groups.All(group => group.Length == 1) && !IsAscending(run);
        if (run.Digits is >= 8 and <= 14 && !run.HasWords && run.Groups.Count <= 3 && (run.Digits >= 10 && Near(tokens, run, Calls) || IsOurs(tokens, run)) && !run.Gaps.Any(gap => gap.Contains('.') || gap.Contains(','))) return true;
        var invited = talked || Near(tokens, run, Invitations);
        if (IsYears(run) || IsDate(run) || (IsAscending(run) && !(IsUneven(run) && (invited || run.Spoken.All(word => word)))) || IsAmount(tokens, run)) return false;
        if (IsCentury(run) && !invited && !Near(tokens, run, Calls) && !Near(tokens, run, Telephones)) return false;
        if (HasUnit(tokens, run) && !(invited && run.Digits >= 8)) return false;
        var code = IsCode(tokens, run);
        if (IsList(run) || (IsModels(run) && !invited && !Near(tokens, run, Calls) && !(run.First > 0 && tokens[run.First - 1].Is("marca")))) return false;
        // "El 9000 de 2010": a model and its year.
        if (run.HasWords && run.Groups.Count == 2 && IsYear(run.Groups[1]) && !invited) return false;
        if (run.HasWords) return run.Digits is >= 8 and <= 14 && !code && (IsGroupedLikeOne(run) || IsSpelledOut(run) || (invited && HasLongGroup(run)) || (Near(tokens, run, Telephones) && HasLongGroup(run)));
        if (invited && run.Digits >= 6 && !code && (run.Digits >= 8 || !HasMeasure(tokens, run))) return true;
        if (run.Digits is >= 7 and <= 14 && !code && Near(tokens, run, Telephones) && (run.Groups.Count == 1 ? run.Digits is >= 8 or 7 : HasLongGroup(run)) && !Array.Exists(run.Gaps.ToArray(), gap => gap.Contains(',') || gap.Contains('/'))) return true;
        if (IsSpoken(run)) return true;
        if (IsSpelledOut(run) && !(code && run.Digits < 8)) return true;
        if (run.Digits < 8 || run.Digits > 15 || code || (run.Gaps.Any(gap => gap.Contains(',')) && !IsInternational(tokens, run))) return false;
        return IsInternational(tokens, run) || IsGroupedLikeOne(run) || IsBare(run);
    }

    /// <summary>Whether the words around a run speak of a telephone.</summary>
    public static bool IsSpokenOf(List<Token> tokens, DigitRun run) => run.Digits >= 6 && (Near(tokens, run, Invitations) || Near(tokens, run, Telephones));

    /// <summary>"…, that is ours": no code or price belongs to the seller.</summary>
    private static bool IsOurs(List<Token> tokens, DigitRun run)
    {
        for (var i = run.Last + 1; i < Math.Min(tokens.Count, run.Last + 3 + Behind); i++)
        {
            if (Array.Exists(Ours, tokens[i].Is) && (i + 1 == tokens.Count || tokens[i + 1].Kind == TokenKind.Sign)) return true;
        }

        return false;
    }

    private static bool HasLongGroup(DigitRun run) => run.Groups.Any(group => group.Length >= 3) && !run.Groups.All(IsYear);

    private static bool IsSpoken(DigitRun run)
    {
        var spoken = run.Spoken.Count(word => word);
        if (spoken == 0) return false;
        var first = run.Groups[0];
        // "cero once …", "once 1234": the area code of Buenos Aires or São Paulo in words.
        if (run.Spoken[0] && first == "0" && run.Groups.Count > 1 && (run.Groups[1] is "11" || run.Digits >= 6)) return true;
        if (run.Spoken[0] && first is "11" or "15" && run.Digits >= 6 && run.Groups.Skip(1).All(group => group.Length != 4 || !IsYear(group))) return true;
        if (run.Groups.Count == 1) return run.Digits >= 8;
        return run.Digits >= 7 && (spoken >= 4 || spoken < run.Groups.Count);
    }

    private static bool IsSpelledOut(DigitRun run)
    {
        if (run.Groups.Count >= 7 && run.Groups.Count(group => group.Length == 1) >= run.Groups.Count - 1) return true;
        return run.Groups.Count is >= 4 and <= 7 && run.Digits is >= 8 and <= 14 && run.Groups.All(group => group.Length is 2 or 1) && run.Groups.Count(group => group.Length == 2) >= 4
            && !run.Gaps.Any(gap => gap.Contains(',') || gap.Contains('/'));
    }

    private static bool IsInternational(List<Token> tokens, DigitRun run) =>
        run.First > 0 && tokens[run.First - 1].Is("+") && tokens[run.First - 1].End == run.Start && run.Digits >= 9;

    private static bool IsGroupedLikeOne(DigitRun run)
    {
        if (run.Groups.Count < 2 || run.Gaps.Any(gap => gap.Contains('/') && run.Digits < 10)) return false;
        var sizes = run.Groups.Select(group => group.Length).ToArray();
        if (sizes.Any(size => size > 11)) return false;
        // An area, the 15 of Argentina's mobiles, and pairs.
        if (sizes is [3 or 4, 2, ..] && run.Groups[1] == "15" && run.Digits is >= 10 and <= 13 && run.Gaps.All(gap => gap is " " or "-")) return true;
        if (sizes is [3, 3, 3]) return run.Groups[0][0] is '9' or '0';
        if (sizes is [3, 3, 2, 2] or [3, 2, 2, 3] or [3, 4, 3] or [2, 4, 2, 2] or [4, 2, 2, 2]) return run.Gaps.All(gap => gap is " " or "-" or "." or ") " or " - ");
        if (sizes is [2, 3, 3, 3]) return run.Groups[0] is "51" or "56" && run.Groups[1][0] == '9';
        if (run.HasWords && sizes[^1] == 4 && run.Digits is 10 or 11) return true;
        if (sizes is [2, 8] or [2, 9] or [3, 7] or [3, 8] or [4, 6] or [4, 7] or [1, 2, 8] or [2, 1, 10] or [2, 3, 7] or [2, 10] or [2, 11]) return true;
        return sizes[^1] == 4 && sizes[^2] is >= 3 and <= 5 && sizes.All(size => size <= 5) && run.Groups.Count <= 6;
    }

    private static bool IsBare(DigitRun run)
    {
        if (run.Groups.Count != 1) return false;
        var digits = run.Groups[0];
        return digits.Length switch
        {
            9 => digits[0] is '9' or '0',
            10 or 11 => true,
            12 => digits.StartsWith("55", StringComparison.Ordinal) || digits.StartsWith("54", StringComparison.Ordinal) || digits.StartsWith("52", StringComparison.Ordinal),
            13 => digits.StartsWith("549", StringComparison.Ordinal) || digits.StartsWith("55", StringComparison.Ordinal) || digits.StartsWith("521", StringComparison.Ordinal),
            _ => false,
        };
    }

    private static bool IsYear(string group) => group.Length == 4 && (group.StartsWith("19", StringComparison.Ordinal) || group.StartsWith("20", StringComparison.Ordinal));

    private static bool IsYears(DigitRun run)
    {
        if (run.Groups.All(IsYear)) return true;
        // "1.4 2012-2018": an engine's size, and the years of its car.
        return run.Groups is [{ Length: 1 }, { Length: 1 }, _, ..] && run.Gaps[0] == "." && run.Groups.Skip(2).All(IsYear);
    }

    /// <summary>"1810-2010": a coin.</summary>
    private static bool IsCentury(DigitRun run) => run.Groups is [{ Length: 4 }, _] && run.Groups[0].StartsWith("18", StringComparison.Ordinal) && IsYear(run.Groups[1]);

    private static bool IsDate(DigitRun run)
    {
        if (run.Groups.Count != 3 || run.Gaps[0] != run.Gaps[1] || run.Gaps[0] is not ("/" or "-" or ".")) return false;
        return Fits(run.Groups[0], 31) && Fits(run.Groups[1], 12) && run.Groups[2].Length is 2 or 4
            || (IsYear(run.Groups[0]) && Fits(run.Groups[1], 12) && Fits(run.Groups[2], 31));

        static bool Fits(string group, int most) => group.Length <= 2 && int.Parse(group, System.Globalization.CultureInfo.InvariantCulture) is var value && value >= 1 && value <= most;
    }

    /// <summary>Sizes, quantities, versions: "36 38 40 42", "1, 2, 3 y 4".</summary>
    private static bool IsAscending(DigitRun run)
    {
        if (run.Groups.Count < 3) return false;
        if (AreDecimals(run)) return true;
        if (run.Groups.Any(group => group.Length > 3 || (group.Length > 1 && group[0] == '0'))) return false;
        for (var i = 1; i < run.Groups.Count; i++)
        {
            if (int.Parse(run.Groups[i], System.Globalization.CultureInfo.InvariantCulture) <= int.Parse(run.Groups[i - 1], System.Globalization.CultureInfo.InvariantCulture)) return false;
        }

        return true;
    }

    /// <summary>Drills and screws: "1,5 2 2,5 3 3,5".</summary>
    private static bool AreDecimals(DigitRun run)
    {
        var (before, values) = (0m, 0);
        for (var i = 0; i < run.Groups.Count; i++)
        {
            var text = run.Groups[i];
            if (i + 1 < run.Groups.Count && run.Gaps[i] is "," or ".")
            {
                var part = run.Groups[++i];
                if (part.Length != 1 && part is not ("25" or "50" or "75")) return false;
                text += "." + part;
            }

            if (text.Length > 5 || decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is var value && value <= before) return false;
            (before, values) = (value, values + 1);
        }

        return values >= 3 && values < run.Groups.Count;
    }

    /// <summary>1.234.567 or 1.500,50, or anything behind a currency sign.</summary>
    private static bool IsAmount(List<Token> tokens, DigitRun run)
    {
        if (run.First > 0 && tokens[run.First - 1] is var before && (before.Is("$") || before.Is("€") || before.Is("£") || (before.Kind == TokenKind.Word && Money.Contains(before.Text)))) return true;
        if (run.Spoken.Any(word => word) || run.Groups.Count < 2) return false;
        var whole = run.Gaps[^1] == "," ? run.Groups.Count - 1 : run.Groups.Count;
        if (whole == 1 && run.Groups[1].Length <= 3) return run.Groups[0].Length <= 7;
        if (whole >= 2 && run.Groups[0].Length <= 3 && run.Groups[0][0] != '0' && run.Groups.Take(whole).Skip(1).All(group => group.Length == 3) && run.Gaps.Take(whole - 1).All(gap => gap == "."))
            return !(whole == 3 && run.Digits == 9 && run.Groups[0][0] == '9');
        return run.Groups.Count == 2 && run.Gaps[0] is "." or "," && run.Groups[1].Length <= 3 && run.Groups[0].Length <= 5;
    }

    private static bool HasUnit(List<Token> tokens, DigitRun run)
    {
        var next = run.Last + 1;
        if (next >= tokens.Count) return false;
        var token = tokens[next];
        if (token.Kind == TokenKind.Sign) return token.Text is "%" or "\"" or "°" or "'" && token.Start - run.End <= 1;
        return token.Kind == TokenKind.Word && token.Start - run.End <= 1 && Measures.IsUnit(token.Text);
    }

    private static bool IsCode(List<Token> tokens, DigitRun run)
    {
        // "SM-1234567890": glued to letters by a dash.
        if (run.First > 1 && tokens[run.First - 1] is { Text: "-" or "_" or "/" or "#" } sign && sign.End == run.Start && tokens[run.First - 2].End == sign.Start && tokens[run.First - 2].Kind != TokenKind.Number) return true;
        if (run.Last + 2 < tokens.Count && tokens[run.Last + 1] is { Text: "-" or "_" or "/" } glue && glue.Start == run.End && tokens[run.Last + 2].Start == glue.End && tokens[run.Last + 2].Kind is TokenKind.Word or TokenKind.Mixed) return true;
        // Of several codes the last has the others before it: "reemplaza a 1118-2904 y 1118-2911".
        var words = 0;
        for (var i = run.First - 1; i >= Math.Max(0, run.First - (2 * Before)) && (words < Before || i >= run.First - Before); i--)
        {
            if (tokens[i].Kind is TokenKind.Word or TokenKind.Mixed) words++;
            // A sentence's end; "cód." ends none.
            if (tokens[i].Kind == TokenKind.Sign && tokens[i].Text is "." or "!" or "?" && i > 0 && tokens[i + 1].Start > tokens[i].End && !Abbreviations.Contains(tokens[i - 1].Text)) return false;
            if (tokens[i].Kind != TokenKind.Word) continue;
            if ((Codes.Contains(tokens[i].Text) && !IsAreaCode(tokens, i)) || (i > 0 && Owners.Contains(tokens[i].Text) && tokens[i - 1].Text is "la" or "el" or "de" or "del" or "da" or "do" or "su")) return true;
        }

        return false;
    }

    /// <summary>"Código de área".</summary>
    private static bool IsAreaCode(List<Token> tokens, int code) =>
        code + 2 < tokens.Count && tokens[code + 1].Text is "de" or "da" or "do" && tokens[code + 2].Text is "area" or "pais" or "ciudad" or "cidade" or "zona" or "provincia";

    /// <summary>"7090, 7091 y 7092": models.</summary>
    private static bool IsList(DigitRun run)
    {
        if (run.Groups.Count < 2 || run.Groups[0].Length < 3 || !run.Groups.All(group => group.Length == run.Groups[0].Length) || !run.Gaps.Any(gap => gap.Contains(',') || gap.Contains('~'))) return false;
        return run.Groups.Zip(run.Groups.Skip(1), (a, b) => long.TryParse(a, out var first) && long.TryParse(b, out var second) && second > first && second - first <= 100).All(near => near);
    }

    /// <summary>"2376, 2776 y 6476", "1920 por 1080": of one length, and told apart by words or commas.</summary>
    private static bool IsModels(DigitRun run) => run.Groups.Count > 1 && run.Groups.All(group => group.Length == 4) && run.Spoken.All(word => !word) && run.Gaps[^1].Contains('~') && run.Gaps.Take(run.Gaps.Count - 1).All(gap => gap.Contains(','));

    /// <summary>Pairs of a telephone number may happen to ascend; sizes do it by steps of a kind.</summary>
    private static bool IsUneven(DigitRun run)
    {
        if (run.Digits < 8 || run.Groups.Count < 4 || run.Groups[0].Length < 2) return false;
        var values = run.Groups.Select(group => int.Parse(group, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var steps = values.Zip(values.Skip(1), (a, b) => b - a).ToArray();
        return steps.Max() > 3 * steps.Min() && values.Any(value => value % 5 != 0);
    }

    /// <summary>Whether one of the words stands shortly before the run, or right behind it ("… es mi celular").</summary>
    private static bool Near(List<Token> tokens, DigitRun run, string[] words)
    {
        for (var i = Math.Max(0, run.First - Before); i < Math.Min(tokens.Count, run.Last + 1 + Behind); i++)
        {
            if (i == run.First) i = run.Last + 1;
            if (i >= tokens.Count) return false;
            if (tokens[i].Kind != TokenKind.Word) continue;
            foreach (var word in words)
            {
                if (word.Length >= 5 ? tokens[i].Text.StartsWith(word, StringComparison.Ordinal) : tokens[i].Is(word)) return true;
            }
        }

        return false;
    }

    private static bool HasMeasure(List<Token> tokens, DigitRun run) => run.Last + 1 < tokens.Count && tokens[run.Last + 1].Kind == TokenKind.Mixed;
}
