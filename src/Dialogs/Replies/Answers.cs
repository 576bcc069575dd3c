using System.Globalization;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Replies;

/// <summary>Says what the facts say about one intent; null when it is a person's to answer.</summary>
internal sealed class Answers(ItemFacts facts, Voice voice)
{
    private readonly FactNote _quantity = FactNote.Of("item.available_quantity", facts.AvailableQuantity, q => q.ToString(CultureInfo.InvariantCulture));
    private readonly FactNote _status = FactNote.Of("item.status", facts.Status, s => s);
    private readonly FactNote _variations = FactNote.Of("item.variations", facts.Variations, v => v.Count.ToString(CultureInfo.InvariantCulture));
    private readonly FactNote _shipping = FactNote.Of("item.shipping", facts.Shipping, s => $"free={s.Free} mode={s.Mode} logistic={s.LogisticType} pickup={s.LocalPickUp}");

    public Fragment? To(RecognisedIntent intent) => intent switch
    {
        { Terms: true } => null,
        { Name: Intents.Availability } => Availability(intent),
        { Name: Intents.Variant } => Variant(intent),
        { Name: Intents.Price } => Price(intent),
        { Name: Intents.ShippingCost } => ShippingCost(intent),
        { Name: Intents.ShippingTime } => Listed(intent, voice.ShippingTimeOnListing, voice.ShippingTimeUnknown),
        { Name: Intents.ShippingArea } => Listed(intent, voice.ShippingAreaOnListing, voice.ShippingAreaUnknown),
        { Name: Intents.Pickup } => Pickup(intent),
        { Name: Intents.Warranty } => Warranty(intent),
        { Name: Intents.Thanks } => Core(intent, "thanks", voice.Thanks),
        _ => null,
    };

    /// <summary>Whether the buyer has yet to say which of the listing's options is meant.</summary>
    public bool AsksWhich(RecognisedIntent intent) =>
        intent is { Name: Intents.Availability, Quantity: null } && OnSale && OptionsWithStock().Count > 1;

    private bool OnSale => facts.Status is null or { Value: "active" };

    private Fragment Availability(RecognisedIntent intent)
    {
        if (!OnSale) return Core(intent, "availability.inactive", voice.NotOnSaleNow, _status);
        if (facts.AvailableQuantity is not { Value: var left }) return Core(intent, "availability.unknown", voice.StockUnknown, _quantity);
        if (left <= 0) return Core(intent, "availability.none", voice.OutOfStock, _status, _quantity);
        if (intent.Quantity is { } wanted)
            return wanted <= left ? Core(intent, "availability.enough", voice.Enough(wanted), _quantity) : Core(intent, "availability.less", voice.OnlyLeft(left), _quantity);
        return OptionsWithStock() is { Count: > 1 } options
            ? Core(intent, "availability.options", voice.OptionsInStock(voice.List(options)), _quantity, _variations)
            : Core(intent, "availability.yes", voice.InStock, _status, _quantity);
    }

    private Fragment? Variant(RecognisedIntent intent)
    {
        if (intent.Options.Count == 0)
        {
            return OptionsWithStock() is { Count: > 0 } offered ? Core(intent, "variant.list", voice.OptionsInStock(voice.List(offered)), _variations) : null;
        }

        if (!OnSale) return Core(intent, "variant.inactive", voice.NotOnSaleNow, _status);
        if (facts.Variations is not { Value: var variations }) return Core(intent, "variant.unknown", voice.OptionUnknown(OptionMatch.Say([], intent.Options)), _variations);

        var hits = OptionMatch.Find(variations, intent.Options);
        if (Names(hits.Where(h => h.Variation.Quantity > 0)) is { Length: > 0 } available) return Core(intent, "variant.yes", voice.OptionInStock(available), _variations);
        if (hits.Any(h => h.Variation.Quantity is null)) return Core(intent, "variant.unknown", voice.OptionUnknown(Names(hits)), _variations);

        var others = OptionsWithStock() is { Count: > 0 } rest ? voice.List(rest) : null;
        if (hits.Count > 0) return Core(intent, "variant.none", voice.OptionOut(Names(hits), others), _variations);
        return OptionMatch.Varies(variations, intent.Options)
            ? Core(intent, "variant.not_offered", voice.OptionNotOffered(OptionMatch.Say(variations, intent.Options), others), _variations)
            : Core(intent, "variant.unknown", voice.OptionUnknown(OptionMatch.Say(variations, intent.Options)), _variations);

        string Names(IEnumerable<OptionHit> some) => voice.List([.. some.Select(h => h.Said).Distinct()]);
    }

    private Fragment Price(RecognisedIntent intent)
    {
        if (intent.Options.Count > 0 && facts.Variations is { } known)
        {
            var hits = OptionMatch.Find(known.Value, intent.Options);
            if (hits.Count > 0 && hits[0].Variation.Price is { } own && hits.All(h => h.Variation.Price == own))
            {
                var note = new FactNote("item.variation.price", own.Amount.ToString(CultureInfo.InvariantCulture), known.Source, known.At);
                return Core(intent, "price.option", voice.PriceOf(hits[0].Said, voice.Money(own)), note);
            }
        }

        var fact = FactNote.Of("item.price", facts.Price, p => $"{p.Amount.ToString(CultureInfo.InvariantCulture)} {p.Currency}");
        return facts.Price is { } price
            ? Core(intent, "price.listed", voice.Price(voice.Money(price.Value)), fact)
            : Core(intent, "price.unknown", voice.PriceUnknown, fact);
    }

    private Fragment ShippingCost(RecognisedIntent intent) => facts.Shipping?.Value switch
    {
        { Free: true } => Core(intent, "shipping_cost.free", voice.ShippingFree, _shipping),
        { Free: false, Mode: "me1" or "me2" } => Core(intent, "shipping_cost.paid", voice.ShippingPaid, _shipping),
        _ => Core(intent, "shipping_cost.unknown", voice.ShippingCostUnknown, _shipping),
    };

    private Fragment Listed(RecognisedIntent intent, string onListing, string unknown) => facts.Shipping?.Value.Mode is "me1" or "me2"
        ? Core(intent, $"{intent.Name}.listing", onListing, _shipping)
        : Core(intent, $"{intent.Name}.unknown", unknown, _shipping);

    private Fragment Pickup(RecognisedIntent intent) => facts.Shipping?.Value.LocalPickUp switch
    {
        true => Core(intent, "pickup.yes", voice.PickupYes, _shipping),
        false => Core(intent, "pickup.no", voice.PickupNo, _shipping),
        null => Core(intent, "pickup.unknown", voice.PickupUnknown, _shipping),
    };

    private Fragment Warranty(RecognisedIntent intent)
    {
        var note = FactNote.Of("item.warranty", facts.Warranty, w => w.Text);
        return facts.Warranty?.Value switch
        {
            null => Core(intent, "warranty.unknown", voice.WarrantyUnknown, note),
            { Exists: false } => Core(intent, "warranty.none", voice.WarrantyNone, note),
            { Text: var text } => Core(intent, "warranty.listed", voice.Warranty(char.ToLowerInvariant(text[0]) + text[1..]), note),
        };
    }

    private IReadOnlyList<string> OptionsWithStock() =>
        facts.Variations is null ? [] : [.. facts.Variations.Value.Where(v => v.Quantity > 0 && v.Attributes.Count > 0).Select(v => string.Join(" ", v.Attributes.Select(OptionMatch.Say))).Distinct().Take(12)];

    private static Fragment Core(RecognisedIntent intent, string rule, string text, params IReadOnlyList<FactNote> facts) =>
        new(FragmentRole.Core, text, intent.Name, rule, intent.Span, facts);
}
