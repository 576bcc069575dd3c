using System.Collections.Frozen;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Questions that lean on the one before: "¿y en azul?", "e na cor preta?", "¿y a Córdoba?".</summary>
internal static class FollowUps
{
    private static readonly FrozenSet<string> Filler =
        "y e o ou en em no na la el los las os as a al ao de del do da para con com un una um uma color cor talle talla tamanho tamano numero modelo este esta esse essa ese esa otro otra outro outra si se fuera fuese fosse seria llevo levo llevara por tambien tambem unidades cuanto quanto hola oi ola disculpa y/o entonces entao solo so".Split(' ').ToFrozenSet();

    private static readonly string[] OfAnOption = [Intents.Variant, Intents.Availability, Intents.Price, Intents.Restock, Intents.Discount];
    private static readonly string[] OfAPlace = [Intents.ShippingArea, Intents.ShippingCost, Intents.ShippingTime, Intents.Pickup];
    private static readonly string[] OfAQuantity = [Intents.Price, Intents.Discount, Intents.Availability, Intents.Wholesale, Intents.ShippingCost];
    private static readonly string[] OfADay = [Intents.ShippingTime, Intents.Pickup, Intents.Reservation, Intents.Restock];
    private static readonly string[] OfAProduct = [Intents.Compatibility, Intents.Alternative, Intents.Price];

    /// <summary>It holds nothing but a slot and words that need something before them.</summary>
    public static bool IsElliptic(QuestionFeatures features, IReadOnlyList<SlotValue> slots)
    {
        var words = features.Text.Words;
        if (words.Length == 0 || slots.Count == 0) return false;
        foreach (var word in words)
        {
            if (!Filler.Contains(word.Text) && !slots.Any(s => word.Start >= s.Span.Start && word.End <= s.Span.End)) return false;
        }

        return true;
    }

    /// <summary>The intents of the question before that what is named now can change.</summary>
    public static IEnumerable<string> Carried(IReadOnlyList<SlotValue> slots, AskedBefore before)
    {
        var fits = slots.SelectMany(s => s.Name switch
        {
            SlotNames.Color or SlotNames.Size or SlotNames.Model or SlotNames.Voltage => OfAnOption,
            SlotNames.Place => OfAPlace,
            SlotNames.Quantity => OfAQuantity,
            SlotNames.Date => OfADay,
            SlotNames.Product => OfAProduct,
            _ => [],
        }).ToHashSet(StringComparer.Ordinal);
        var option = slots.Any(s => s.Name is SlotNames.Color or SlotNames.Size or SlotNames.Model or SlotNames.Voltage);
        return before.Intents.Where(fits.Contains).Select(i => option && i == Intents.Availability ? Intents.Variant : i).Distinct(StringComparer.Ordinal);
    }

    /// <summary>What was named before and isn't named anew.</summary>
    public static IEnumerable<SlotValue> Kept(IReadOnlyList<SlotValue> slots, AskedBefore before) =>
        before.Slots.Where(old => slots.All(s => s.Name != old.Name)).DistinctBy(s => s.Name).Select(s => s with { Span = new TextSpan(0, 0) });
}
