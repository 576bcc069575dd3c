using System.Text.Json;
using MeliBot.Dialogs.Facts;
using MeliBot.MercadoLibre;

namespace MeliBot.Bot.Facts;

/// <summary>The shipping options to a postcode as one fact: the cheapest way, and when it arrives.</summary>
internal static class DeliveryFactMap
{
    private const string Source = "shipping_options";

    public static Fact<DeliveryOffer>? Of(ShippingOptions options, string postcode, DateTimeOffset at)
    {
        // To the door where the platform offers it: an agency's counter isn't what "how much to my postcode" asks.
        var priced = options.Options.Where(o => o is { Cost: not null, CurrencyId.Length: > 0 }).ToArray();
        var best = priced.Where(o => o.ShippingOptionType is null or "address").DefaultIfEmpty().MinBy(o => o?.Cost) ?? priced.MinBy(o => o.Cost);
        if (best is null) return null;

        var earliest = best.EstimatedDeliveryTime?.Date;
        return new Fact<DeliveryOffer>(new DeliveryOffer(new Money(best.Cost!.Value, best.CurrencyId!), earliest, Latest(best.EstimatedDeliveryTime) ?? earliest, PlaceOf(options.Destination) ?? postcode), Source, at);
    }

    /// <summary>A frame ends by its own date, or so many hours after the first.</summary>
    private static DateTimeOffset? Latest(EstimatedDelivery? time)
    {
        if (time?.Offset is not { ValueKind: JsonValueKind.Object } offset) return null;
        if (offset.TryGetProperty("date", out var date) && date.ValueKind == JsonValueKind.String && date.TryGetDateTimeOffset(out var last)) return last;
        return offset.TryGetProperty("shipping", out var hours) && hours.ValueKind == JsonValueKind.Number ? time.Date?.AddHours(hours.GetDouble()) : null;
    }

    private static string? PlaceOf(ShippingDestination? destination) => (destination?.City?.Name, destination?.State?.Name) switch
    {
        ({ Length: > 0 } city, { Length: > 0 } state) when city != state => $"{city}, {state}",
        ({ Length: > 0 } city, _) => city,
        (_, { Length: > 0 } state) => state,
        _ => null,
    };
}
