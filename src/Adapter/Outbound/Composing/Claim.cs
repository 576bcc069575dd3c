using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>
/// What a plain sentence claims, as far as its words tell: about what (a topic and whatever narrows it: "stock", "stock azul"), and which value. Two claims about the same with
/// different values can't both be true; "sí, tenemos stock" and "no hay en azul" are about different things.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Claim(string About, string Value)
{
    private const int MostWords = 24;

    private static readonly FrozenDictionary<string, Word> Words = Read(
        (Word.None, "el la los las lo un una unos unas o os as um uma de del do da en em es son esta estan e y que se te le les nos tu su seu sua este esta esto esse essa este ese esa al a con com por pelo nuestro nuestra nosso nossa producto productos articulo item producto publicacion anuncio "
            + "actualmente ahora agora hoy hoje momento claro tambien tambem ya ja muy todo tiene tienen tem cuenta viene vienen totalmente completamente perfecto exacto correcto efectivamente gracias hola lamentablemente infelizmente desafortunadamente disculpa perdon bueno sigue continua aun ainda todavia"),
        (Word.Yes, "si sim"),
        (Word.No, "no nao sin sem tampoco nunca ningun ninguna nenhum nenhuma agotado agotada agotados esgotado esgotada indisponible indisponivel"),
        (Word.Stock, "tenemos temos hay ha stock disponible disponibles disponivel disponiveis disponibilidad disponibilidade estoque existencia existencias contamos queda quedan agotado agotada agotados esgotado esgotada indisponible indisponivel unidades tengo tenho"),
        (Word.Shipping, "envio envios frete flete despacho entrega"),
        (Word.Free, "gratis gratuito gratuita gratuitos bonificado cortesia"),
        (Word.Paid, "paga pagas pagar cuesta cuestan cobra cobramos pago aparte costo cargo custo adicional custa"),
        (Word.New, "nuevo nueva nuevos nuevas novo nova novos novas"),
        (Word.Used, "usado usada usados usadas seminuevo seminueva seminovo reacondicionado reacondicionada recondicionado refurbished"),
        (Word.Original, "original originales originais autentico autentica legitimo"),
        (Word.Copy, "replica replicas imitacion imitacao generico generica alternativo alternativa paralelo copia falso"),
        (Word.Warranty, "garantia garantias"),
        (Word.Price, "precio preco sale valor vale cuesta custa queda fica precios"),
        (Word.Measure, "mide miden mede medem pesa pesan pesam llega chega demora tarda alto largo ancho altura largura comprimento peso medidas rinde dura incluye"),
        (Word.Month, "mes meses"),
        (Word.Year, "ano anos"));

    private static readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    [Flags]
    private enum Word
    {
        Other = 0,
        None = 1,
        Yes = 2,
        No = 4,
        Stock = 8,
        Shipping = 16,
        Free = 32,
        Paid = 64,
        New = 128,
        Used = 256,
        Original = 512,
        Copy = 1_024,
        Warranty = 2_048,
        Price = 4_096,
        Measure = 8_192,
        Month = 16_384,
        Year = 32_768,
        Money = 65_536,
        Number = 131_072,
    }

    /// <param name="key">The <see cref="SentenceKey"/> of a sentence.</param>
    public static bool TryRead(string key, out Claim claim)
    {
        claim = default;
        Span<Range> words = stackalloc Range[MostWords + 1];
        var line = key.AsSpan();
        var count = line.Split(words, ' ');
        if (count > MostWords || line.StartsWith("no hay problema", StringComparison.Ordinal) || line.StartsWith("no te preocupes", StringComparison.Ordinal) || line.StartsWith("sem problema", StringComparison.Ordinal)) return false;

        var all = Word.Other;
        Span<Word> kinds = stackalloc Word[MostWords];
        for (var i = 0; i < count; i++)
        {
            var word = line[words[i]];
            kinds[i] = word is "$" or "r$" or "usd" or "us$" or "u$s" ? Word.Money : char.IsAsciiDigit(word[0]) ? Word.Number : Lookup.TryGetValue(word, out var kind) ? kind : Word.Other;
            if (word[0] == '$' && word.Length > 1) kinds[i] = Word.Money | Word.Number;
            all |= kinds[i];
        }

        return Has(all, Word.Shipping) && Has(all, Word.Free | Word.Paid | Word.Money) ? Shipping(line, words[..count], kinds, all, out claim)
            : Has(all, Word.Warranty) ? Warranty(line, words[..count], kinds, all, out claim)
            : Has(all, Word.New | Word.Used) ? Make("condition", Has(all, Word.New) == Has(all, Word.No) ? "used" : "new", line, words[..count], kinds, Word.New | Word.Used | Word.Yes | Word.No | Word.None, out claim)
            : Has(all, Word.Original | Word.Copy) ? Make("original", Has(all, Word.Original) == Has(all, Word.No) ? "copy" : "original", line, words[..count], kinds, Word.Original | Word.Copy | Word.Yes | Word.No | Word.None, out claim)
            : Has(all, Word.Money) && (Has(all, Word.Price) || kinds[0] == Word.Money) ? Make("price", Numbers(line, words[..count], kinds), line, words[..count], kinds, Word.Price | Word.Money | Word.Number | Word.Yes | Word.None, out claim)
            : Has(all, Word.Measure) && Has(all, Word.Number) && !Has(all, Word.No) ? Make("measure", Numbers(line, words[..count], kinds), line, words[..count], kinds, Word.Number | Word.Yes | Word.None, out claim)
            : IsStock(kinds[..count], all) ? Make("stock", Has(all, Word.No) ? "no" : "yes", line, words[..count], kinds, Word.Stock | Word.Yes | Word.No | Word.None, out claim)
            : Make("", Has(all, Word.No) ? "no" : "yes", line, words[..count], kinds, Word.Yes | Word.No | Word.None, out claim) && claim.About.Length > 1;
    }

    private static bool Has(Word all, Word any) => (all & any) != Word.Other;

    /// <summary>"Tenemos garantía" is none; "tenemos", "hay en azul", "sin stock" are.</summary>
    private static bool IsStock(ReadOnlySpan<Word> kinds, Word all)
    {
        if (!Has(all, Word.Stock)) return false;
        var others = 0;
        foreach (var kind in kinds)
        {
            if (kind is Word.Other or Word.Number) others++;
        }

        return others <= 3;
    }

    private static bool Shipping(ReadOnlySpan<char> line, ReadOnlySpan<Range> words, ReadOnlySpan<Word> kinds, Word all, out Claim claim)
    {
        // "Sin cargo", "sem custo" are free; "no es gratis" isn't.
        var without = line.Contains("sin cargo", StringComparison.Ordinal) || line.Contains("sin costo", StringComparison.Ordinal) || line.Contains("sem custo", StringComparison.Ordinal) || line.Contains("no se paga", StringComparison.Ordinal)
            || line.Contains("no tiene costo", StringComparison.Ordinal) || line.Contains("no se cobra", StringComparison.Ordinal);
        var free = without || (Has(all, Word.Free) && !Has(all, Word.No));
        var known = free || Has(all, Word.Paid | Word.Money) || (Has(all, Word.Free) && Has(all, Word.No));
        return Make("shipping", free ? "free" : "paid", line, words, kinds, Word.Shipping | Word.Free | Word.Paid | Word.Money | Word.Number | Word.Yes | Word.No | Word.None | Word.Price | Word.Stock, out claim) && known;
    }

    private static bool Warranty(ReadOnlySpan<char> line, ReadOnlySpan<Range> words, ReadOnlySpan<Word> kinds, Word all, out Claim claim)
    {
        var months = "yes";
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (kinds[i] == Word.Number && Has(kinds[i + 1], Word.Month | Word.Year) && int.TryParse(line[words[i]], System.Globalization.CultureInfo.InvariantCulture, out var number))
                months = (number * (kinds[i + 1] == Word.Year ? 12L : 1)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return Make("warranty", Has(all, Word.No) ? "no" : months, line, words, kinds, Word.Warranty | Word.Number | Word.Month | Word.Year | Word.Yes | Word.No | Word.None | Word.Stock, out claim);
    }

    private static string Numbers(ReadOnlySpan<char> line, ReadOnlySpan<Range> words, ReadOnlySpan<Word> kinds)
    {
        var numbers = "";
        for (var i = 0; i < words.Length; i++)
        {
            if (Has(kinds[i], Word.Number)) numbers += $"{line[words[i]].TrimStart('$')} ";
        }

        return numbers;
    }

    /// <summary>About the topic, and whatever words the topic and its value don't take.</summary>
    private static bool Make(string topic, string value, ReadOnlySpan<char> line, ReadOnlySpan<Range> words, ReadOnlySpan<Word> kinds, Word taken, out Claim claim)
    {
        Span<char> about = stackalloc char[topic.Length + line.Length + words.Length + 1];
        topic.CopyTo(about);
        var length = topic.Length;
        for (var i = 0; i < words.Length; i++)
        {
            if (Has(kinds[i], taken)) continue;
            about[length++] = ' ';
            line[words[i]].CopyTo(about[length..]);
            length += line[words[i]].Length;
        }

        claim = new(new string(about[..length]), value);
        return value.Length > 0;
    }

    private static FrozenDictionary<string, Word> Read(params (Word Kind, string Words)[] lists)
    {
        var words = new Dictionary<string, Word>(StringComparer.Ordinal);
        foreach (var (kind, list) in lists)
        {
            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words[word] = words.TryGetValue(word, out var other) && kind != Word.None ? other | kind : kind;
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
