using MeliBot.Delivery.Reasons;
using System.Globalization;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Index.Sqlite;

namespace MeliBot.Browser.Tests.Measures;

/// <summary>An index of many conversations in the words of the trade: three in a thousand wait for a person, most are done.</summary>
internal static class CrowdedIndex
{
    public const int Accounts = 5;
    private const int Batch = 2_000;
    private const int Listings = 5_000;

    private static readonly string[] Openings = ["Hola", "Buenas tardes", "Olá", "Bom dia", "Consulta", "Buen día", "Oi", "Disculpe"];

    private static readonly string[] Topics =
    [
        "tienen stock", "hacen envíos a Rosario", "cuánto sale el envío a Córdoba", "tem na cor preta", "qual a voltagem", "sirve para Fiat Palio 2012", "aceptan mercado pago", "hay talle 42",
        "es original", "viene con garantía", "emite nota fiscal", "qual o prazo de entrega", "puedo retirar en persona", "en azul queda", "las medidas exactas", "é compatível com iPhone 12",
        "hacen factura A", "cuántos días tarda", "tem desconto à vista", "trae cargador", "es nuevo o usado", "sirve para interior", "qual o peso", "se puede cambiar si no me queda",
    ];

    private static readonly string[] Things = ["Zapatillas", "Cafetera", "Taladro", "Lámpara", "Auriculares", "Mochila", "Bicicleta", "Teclado", "Heladera", "Campera", "Furadeira", "Tênis", "Fone", "Relógio"];

    private static readonly string[] Sorts = ["urbanas", "exprés", "percutor 13 mm", "de pie", "inalámbricos", "impermeable", "rodado 29", "mecánico", "no frost", "de abrigo", "sem fio", "esportivo"];

    private static readonly string[] Names = ["ROSA", "PEDRO", "LUCIA", "JOAO", "MARTIN", "CAMILA", "BRUNO", "SOFIA", "DIEGO", "ANA", "RAFAEL", "ELENA"];

    /// <summary>Fills the file; whoever opens it takes it for true up to the first change of an empty store.</summary>
    public static async Task<SqliteInboxIndex> FillAsync(string path, int conversations, CancellationToken cancellationToken)
    {
        var (index, random, now) = (new SqliteInboxIndex(() => path), new Random(11), TimeProvider.System.GetUtcNow());
        for (var n = 0; n < Listings; n++) await index.NameAsync(Item(n), $"{Of(Things, random)} {Of(Sorts, random)} {random.Next(100, 999)}", cancellationToken);
        for (var from = 0; from < conversations; from += Batch)
        {
            var entries = Enumerable.Range(from, Math.Min(Batch, conversations - from)).Select(n => Entry(n, random, now)).ToList();
            await index.PutAsync(entries, 0, cancellationToken);
        }

        for (var n = 0; n < conversations; n += 10) await index.NameAsync($"{Buyer(n)}", $"{Of(Names, random)}{random.Next(1000, 9999)}", cancellationToken);
        return index;
    }

    public static long Account(int n) => 4_200_000_001 + (n % Accounts);

    private static IndexedEntry Entry(int n, Random random, DateTimeOffset now)
    {
        var asked = random.Next(1, 4);
        var texts = Enumerable.Range(0, asked).Select(_ => $"{Of(Openings, random)}, {Of(Topics, random)}? {Of(Topics, random)}?").ToList();
        var state = n % 1000 < 3 ? InboxState.Person : n % 1000 < 5 ? InboxState.Moving : InboxState.Done;
        var at = now.AddMinutes(-random.Next(1, 500_000));
        var (account, item) = (Account(n), Item(random.Next(Listings)));
        var entry = new InboxEntry(
            $"questions:{account}:{item}:{Buyer(n)}", account, "questions", item, Buyer(n), state,
            state == InboxState.Person ? (InboxCause)random.Next(1, 4) : InboxCause.None,
            state == InboxState.Person ? (Reason)"Mode draft: a person approves every reply to questions of this account." : null,
            n % 500 == 0 ? "p0123456789ab" : null, asked, state == InboxState.Done ? 0 : 1, state == InboxState.Done ? null : at, at, texts[0]);
        return new IndexedEntry(entry, string.Join(' ', (string[])[$"{Buyer(n)}", item, .. texts, .. texts.Select(_ => "¡Hola! Sí, tenemos stock y hacemos envíos a todo el país. ¡Que tengas un buen día!"), .. texts.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{13_000_000_000 + (n * 4L) + i}"))]));
    }

    private static string Item(int n) => string.Create(CultureInfo.InvariantCulture, $"MLA{1_500_000_000 + n}");

    private static long Buyer(int n) => 3_300_000_001 + n;

    private static string Of(string[] words, Random random) => words[random.Next(words.Length)];
}
