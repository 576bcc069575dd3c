using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MeliBot.MercadoLibre.Tests;

/// <summary>Every captured payload of a known kind is read, also when the platform changes its habits.</summary>
public sealed class SampleTests
{
    private readonly PayloadReader _reader = new([]);

    [Fact]
    public void Every_sample_of_a_known_kind_reads_and_nothing_in_it_is_unknown()
    {
        var count = 0;
        foreach (var (file, kind, json) in Read())
        {
            var result = _reader.Read(kind, Encoding.UTF8.GetBytes(json));
            result.Why.ShouldBeNull(file);
            result.Unknown.ShouldBe(NotThePlatforms(file), ignoreOrder: true, file);
            result.Json.ShouldNotContain('\n');
            count++;
        }

        count.ShouldBeGreaterThan(120);
    }

    [Fact]
    public void Exchanging_ids_between_numbers_and_strings_changes_nothing()
    {
        foreach (var (file, kind, json) in Read())
        {
            if (kind == "error")
                continue;
            var swapped = JsonNode.Parse(json)!;
            Walk(swapped, (name, value) => IsId(name) ? Swap(value) : value);
            Normal(kind, swapped.ToJsonString(), file).ShouldBe(Normal(kind, json, file), file);
        }
    }

    [Fact]
    public void Unknown_fields_anywhere_are_kept_and_named()
    {
        foreach (var (file, kind, json) in Read())
        {
            if (kind == "error")
                continue;
            var changed = JsonNode.Parse(json)!;
            foreach (var target in Objects(changed).ToList())
                target["zz_new"] = new JsonObject { ["deep"] = new JsonArray(1, "two", null) };
            var result = _reader.Read(kind, Encoding.UTF8.GetBytes(changed.ToJsonString()));
            result.Why.ShouldBeNull(file);
            result.Unknown.ShouldContain(u => u.EndsWith("zz_new", StringComparison.Ordinal), file);
            if (kind != "token")
                result.Json.ShouldContain("\"zz_new\":{\"deep\":[1,\"two\",null]}", Case.Sensitive, file);
        }
    }

    [Fact]
    public void Unknown_values_of_closed_sets_are_kept_and_named()
    {
        foreach (var (file, kind, json) in Read())
        {
            if (kind == "error")
                continue;
            var changed = JsonNode.Parse(json)!;
            var touched = false;
            Walk(changed, (name, value) =>
            {
                if (name is not ("topic" or "condition" or "buying_mode" or "mode" or "logistic_type" or "site_status" or "token_type" or "element_type" or "status")
                    || value is not JsonValue scalar || !scalar.TryGetValue<string>(out _))
                    return value;
                touched = true;
                return JsonValue.Create("Novo_2027");
            });
            if (!touched)
                continue;
            var result = _reader.Read(kind, Encoding.UTF8.GetBytes(changed.ToJsonString()));
            result.Why.ShouldBeNull(file);
            result.Unknown.ShouldContain(u => u.EndsWith("=Novo_2027", StringComparison.Ordinal), file);
            result.Json.ShouldContain("Novo_2027", Case.Sensitive, file);
        }
    }

    [Theory]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.fffffff'-04:00'", -4)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.fffffff'12Z'", 0)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.ff'-04:00'", -4)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss'Z'", 0)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss", 0)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", 0)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.fff'-0400'", -4)]
    [InlineData("epoch", 0)]
    public void Dates_of_every_form_mean_the_same_instant(string form, int offset)
    {
        foreach (var (file, kind, json) in Read())
        {
            if (kind is "error" or "missed-feeds")
                continue;
            // To the second, which every form can hold.
            string Rewrite(string to, int hours)
            {
                var changed = JsonNode.Parse(json)!;
                Walk(changed, (name, value) =>
                {
                    if (!IsDate(name) || value is not JsonValue scalar || !scalar.TryGetValue<string>(out var text) || !PlatformDate.TryParse(text, out var date))
                        return value;
                    var whole = new DateTimeOffset(date.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
                    return to == "epoch"
                        ? JsonValue.Create(whole.ToUnixTimeMilliseconds())
                        : JsonValue.Create(whole.ToOffset(TimeSpan.FromHours(hours)).DateTime.ToString(to, CultureInfo.InvariantCulture));
                });
                return Normal(kind, changed.ToJsonString(), file);
            }

            Rewrite(form, offset).ShouldBe(Rewrite("yyyy-MM-dd'T'HH:mm:ss'Z'", 0), file);
        }
    }

    /// <summary>What some samples hold that the platform's API doesn't speak: their authors' spellings, placeholders and inventions.</summary>
    private static string[] NotThePlatforms(string file) => Path.GetFileNameWithoutExtension(file) switch
    {
        // A mock of 2013.
        "order-5" => ["shipping.shippingCode"],
        // A test's variation without attributes' objects.
        "order-6" => ["order_items[].item.variation_attributes[]: string where another shape was expected"],
        // A page's template, in which every value is "string".
        "shipment-4" =>
        [
            "last_updated: can't be read", "substatus=string", "date_created: can't be read", "status=string",
            "origin.shipping_address.geolocation_last_updated: can't be read", "destination.shipping_address.geolocation_last_updated: can't be read",
            "lead_time.estimated_delivery_final.date: can't be read", "lead_time.estimated_delivery_limit.date: can't be read",
            "lead_time.estimated_delivery_time.date: can't be read", "lead_time.estimated_delivery_time.pay_before: can't be read",
            "lead_time.estimated_delivery_extended.date: can't be read",
        ],
        // Global Selling's own spelling.
        "message-unread-4" => ["userId"],
        _ => [],
    };

    private string Normal(string kind, string json, string file)
    {
        var result = _reader.Read(kind, Encoding.UTF8.GetBytes(json));
        result.Why.ShouldBeNull(file);
        return result.Json;
    }

    private static IEnumerable<(string File, string Kind, string Json)> Read()
    {
        if (Samples.Folder is null)
            Assert.Skip($"{Samples.Variable} names no folder of captured payloads.");
        return Samples.All().Select(s => (s.File, s.Kind, File.ReadAllText(s.File)));
    }

    private static bool IsDate(string name) =>
        name is "sent" or "received" or "recieved" or "blocked_at" or "last_updated" or "date_created" or "reference_date" || name.EndsWith("_time", StringComparison.Ordinal) || name.EndsWith("_date", StringComparison.Ordinal);

    private static bool IsId(string name) => name is "id" or "_id" || (name.EndsWith("_id", StringComparison.Ordinal) && name != "level_id");

    private static JsonNode? Swap(JsonNode? value)
    {
        if (value is not JsonValue scalar)
            return value;
        if (scalar.TryGetValue<long>(out var number))
            return JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));
        return scalar.TryGetValue<string>(out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number.ToString(CultureInfo.InvariantCulture) == text
            ? JsonValue.Create(number)
            : value;
    }

    /// <summary>Objects that have a model; what is only kept whole is nobody's to know.</summary>
    private static IEnumerable<JsonObject> Objects(JsonNode root)
    {
        switch (root)
        {
            case JsonObject top:
                yield return top;
                if (top["answer"] is JsonObject answer)
                    yield return answer;
                if (top["shipping"] is JsonObject shipping)
                    yield return shipping;
                break;
            case JsonArray list:
                foreach (var entry in list.OfType<JsonObject>())
                    yield return entry;
                break;
        }
    }

    private static void Walk(JsonNode? node, Func<string, JsonNode?, JsonNode?> change)
    {
        switch (node)
        {
            case JsonObject item:
                foreach (var (name, value) in item.ToList())
                {
                    Walk(value, change);
                    var changed = change(name, value);
                    if (!ReferenceEquals(changed, value))
                        item[name] = changed;
                }

                break;
            case JsonArray list:
                foreach (var entry in list)
                    Walk(entry, change);
                break;
        }
    }
}
