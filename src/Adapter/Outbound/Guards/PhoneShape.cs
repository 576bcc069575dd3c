namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Decides whether a run of digits is a telephone number of the region.</summary>
internal static class PhoneShape
{
    private const int Before = 5;

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "cm", "cms", "mm", "mts", "mt", "m", "km", "kms", "m2", "m3", "kg", "kgs", "g", "gr", "grs", "gramos", "gramas", "mg", "l", "lt", "lts", "litros", "ml", "cc", "v", "volt", "volts",
        "voltios", "w", "watt", "watts", "kw", "hz", "khz", "mhz", "ghz", "mah", "ah", "a", "amp", "amper", "rpm", "lm", "lumen", "lumens", "lumenes", "k", "gb", "tb", "mb", "dpi", "px", "pulgadas",
        "polegadas", "unidades", "unid", "uds", "u", "pares", "piezas", "pecas", "pzas", "cuotas", "vezes", "meses", "dias", "horas", "hs", "anos", "pesos", "reais", "dolares", "usd", "btu",
        "btus", "hp", "hojas", "folhas", "paginas", "puntos", "grados", "graus", "bar", "psi", "c", "f", "x", "ppm", "frigorias",
    };

    private static readonly HashSet<string> Money = new(StringComparer.Ordinal) { "ars", "usd", "brl", "mxn", "clp", "cop", "uyu", "pen", "precio", "preco", "valor", "sale", "cuesta", "custa", "vale", "total" };

    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "codigo", "codigos", "cod", "modelo", "modelos", "mod", "ref", "referencia", "sku", "ean", "gtin", "upc", "isbn", "art", "articulo", "parte", "part", "pn", "oem", "serie", "serial",
        "repuesto", "peca", "publicacion", "anuncio", "orden", "pedido", "rastreio", "seguimiento", "tracking", "guia", "cuit", "cuil", "rut", "cnpj", "cpf", "anvisa", "anatel", "inmetro",
        "registro", "anmat", "nom", "lote", "dni", "ncm", "norma", "resolucion", "certificado", "homologacao", "iso", "patente", "mla", "mlb", "mlm", "mlc", "mco", "mlu", "mpe",
        "original", "numeracion", "talle", "talles", "tamanho", "tamanhos", "talla", "tallas", "medidas", "cep", "cp",
    };

    private static readonly string[] ContactStems =
    [
        "telef", "tel", "fone", "cel", "celu", "celular", "movil", "whats", "whatsapp", "wsp", "wpp", "wp", "wasap", "zap", "llamame", "llamanos", "llama", "llame", "llamar", "llamen", "llamas", "ligue", "liga", "ligar",
        "chama", "chame", "chamar", "escrib", "contact", "contat", "comunic", "mensajea", "telegram", "sms", "agendame", "agenda", "hablame", "habla", "hable", "fale", "falar", "mandame", "manda", "mande",
    ];

    public static bool IsPhone(List<Token> tokens, DigitRun run)
    {
        if (run.Digits is < 3 or > 18) return run.Digits > 18 && run.Groups.Count >= 12 && run.Groups.All(group => group.Length == 1) && !IsAscending(run);
        if (IsYears(run) || IsDate(run) || IsAscending(run) || IsAmount(tokens, run)) return false;
        var invited = IsInvited(tokens, run);
        if (HasUnit(tokens, run) && !(invited && run.Digits >= 8)) return false;
        if (invited && run.Digits >= 6 && !IsCode(tokens, run)) return true;
        if (IsSpoken(run)) return true;
        if (IsSpelledOut(run)) return true;
        if (run.Digits < 8 || run.Digits > 15 || IsCode(tokens, run) || run.Gaps.Any(gap => gap.Contains(','))) return false;
        return IsInternational(tokens, run) || IsGroupedLikeOne(run) || IsBare(run);
    }

    private static bool IsSpoken(DigitRun run)
    {
        var spoken = run.Spoken.Count(word => word);
        if (spoken == 0) return false;
        var first = run.Groups[0];
        // "cero once …", "once 1234": the area code of Buenos Aires or São Paulo in words.
        if (run.Spoken[0] && first == "0" && run.Groups.Count > 1 && (run.Groups[1] is "11" || run.Digits >= 6)) return true;
        if (run.Spoken[0] && first is "11" or "15" && run.Digits >= 6 && run.Groups.Skip(1).All(group => group.Length != 4 || !IsYear(group))) return true;
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
        if (sizes.Any(size => size > 9)) return false;
        if (sizes is [3, 3, 3]) return run.Groups[0][0] is '9' or '0';
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

    private static bool IsYears(DigitRun run) => run.Groups.All(IsYear);

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
        if (run.Groups.Count < 3 || run.Groups.Any(group => group.Length > 3 || (group.Length > 1 && group[0] == '0'))) return false;
        for (var i = 1; i < run.Groups.Count; i++)
        {
            if (int.Parse(run.Groups[i], System.Globalization.CultureInfo.InvariantCulture) <= int.Parse(run.Groups[i - 1], System.Globalization.CultureInfo.InvariantCulture)) return false;
        }

        return true;
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
        return token.Kind == TokenKind.Word && token.Start - run.End <= 1 && Units.Contains(token.Text);
    }

    private static bool IsCode(List<Token> tokens, DigitRun run)
    {
        // "SM-1234567890": glued to letters by a dash.
        if (run.First > 1 && tokens[run.First - 1] is { Text: "-" or "_" or "/" or "#" } sign && sign.End == run.Start && tokens[run.First - 2].End == sign.Start && tokens[run.First - 2].Kind != TokenKind.Number) return true;
        if (run.Last + 2 < tokens.Count && tokens[run.Last + 1] is { Text: "-" or "_" or "/" } glue && glue.Start == run.End && tokens[run.Last + 2].Start == glue.End && tokens[run.Last + 2].Kind is TokenKind.Word or TokenKind.Mixed) return true;
        for (var i = Math.Max(0, run.First - Before); i < run.First; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && Codes.Contains(tokens[i].Text)) return true;
        }

        return false;
    }

    private static bool IsInvited(List<Token> tokens, DigitRun run)
    {
        for (var i = Math.Max(0, run.First - Before); i < run.First; i++)
        {
            if (tokens[i].Kind != TokenKind.Word) continue;
            foreach (var stem in ContactStems)
            {
                if (stem.Length >= 5 ? tokens[i].Text.StartsWith(stem, StringComparison.Ordinal) : tokens[i].Is(stem)) return true;
            }
        }

        return false;
    }
}
