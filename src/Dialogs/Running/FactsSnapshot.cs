using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Running;

/// <summary>What was known when a turn ran, so that it can be run again as it was.</summary>
public sealed record FactsSnapshot
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    // A listing is asked about more often than it is read.
    private static readonly ConditionalWeakTable<ItemFacts, string> Items = [];

    public ItemFacts? Item { get; init; }

    public Fact<string>? Description { get; init; }

    public Fact<DeliveryOffer>? Delivery { get; init; }

    public Fact<string>? Notes { get; init; }

    public SaleFacts? Sale { get; init; }

    public ClaimFacts? Claim { get; init; }

    public AccountFacts? Account { get; init; }

    public string? Postcode { get; init; }

    /// <exception cref="JsonException">It isn't one.</exception>
    public static FactsSnapshot Parse(string json) => JsonSerializer.Deserialize<FactsSnapshot>(json, Options) ?? throw new JsonException("A snapshot of facts is empty.");

    public string ToJson()
    {
        var rest = JsonSerializer.Serialize(this with { Item = null }, Options);
        if (Item is null) return rest;
        var item = Items.GetValue(Item, static i => JsonSerializer.Serialize(i, Options));
        var json = new StringBuilder("{\"item\":").Append(item);
        return rest.Length > 2 ? json.Append(',').Append(rest, 1, rest.Length - 1).ToString() : json.Append('}').ToString();
    }
}
