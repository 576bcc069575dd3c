using System.Globalization;
using System.Text;

namespace MeliBot.Benchmarks.Rigs;

/// <summary>Bodies as the platform sends them, numbered.</summary>
internal static class Questions
{
    public const long Seller = 179571326;
    public const long Application = 4210;
    public const string Secret = "0123456789abcdef0123456789abcdef";

    public static byte[] Notification(long question) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"_id":"f9f08571-1f65-4c46-9e0a-{{question:D12}}","resource":"/questions/{{question:D12}}","user_id":{{Seller}},"topic":"questions","application_id":{{Application}},"attempts":1,"sent":"2026-11-23T12:00:00.123Z","received":"2026-11-23T12:00:00.098Z"}"""));

    /// <summary>Two questions of one buyer about one item follow each other.</summary>
    public static string Json(long question) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"date_created":"2026-11-23T12:00:00.000-04:00","item_id":"MLA{{question / 2}}","seller_id":{{Seller}},"status":"UNANSWERED","text":"Hola, buenas tardes. ¿Tienen stock de la taza de acero de un litro? ¿Hacen envíos a Córdoba?","id":{{question}},"deleted_from_listing":false,"hold":false,"answer":null,"from":{"id":{{100_000 + (question / 2)}} } }""");
}
