using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Replies;

/// <summary>How a seller's bot talks in one place. Every sentence is plain, ends as a sentence, and promises nothing that the facts don't say.</summary>
public abstract class Voice(string locale)
{
    public string Locale { get; } = locale;

    public abstract string Greeting { get; }

    public abstract string Closing { get; }

    public abstract string Thanks { get; }

    public abstract string InStock { get; }

    public abstract string OutOfStock { get; }

    public abstract string NotOnSaleNow { get; }

    public abstract string StockUnknown { get; }

    public abstract string WhichOption { get; }

    public abstract string PriceUnknown { get; }

    public abstract string ShippingFree { get; }

    public abstract string ShippingPaid { get; }

    public abstract string ShippingCostUnknown { get; }

    public abstract string ShippingTimeOnListing { get; }

    public abstract string ShippingTimeUnknown { get; }

    public abstract string ShippingAreaOnListing { get; }

    public abstract string ShippingAreaUnknown { get; }

    public abstract string PickupYes { get; }

    public abstract string PickupNo { get; }

    public abstract string PickupUnknown { get; }

    public abstract string WarrantyNone { get; }

    public abstract string WarrantyUnknown { get; }

    public abstract string Enough(int wanted);

    public abstract string OnlyLeft(int left);

    public abstract string OptionsInStock(string options);

    public abstract string OptionInStock(string option);

    public abstract string OptionOut(string option, string? others);

    public abstract string OptionNotOffered(string option, string? others);

    public abstract string OptionUnknown(string option);

    public abstract string Price(string amount);

    public abstract string PriceOf(string option, string amount);

    public abstract string Warranty(string text);

    public string Money(Money money) => MoneyText.Write(money, Locale);

    /// <summary>"a, b y c".</summary>
    public string List(IReadOnlyList<string> values) =>
        values.Count < 2 ? string.Concat(values) : $"{string.Join(", ", values.SkipLast(1))} {And} {values[^1]}";

    protected abstract string And { get; }

    public static Voice For(string? locale) => locale switch
    {
        not null when locale.StartsWith("pt", StringComparison.OrdinalIgnoreCase) => new PortugueseVoice(locale),
        not null when locale.Equals("es-AR", StringComparison.OrdinalIgnoreCase) => new SpanishVoice(locale, voseo: true),
        _ => new SpanishVoice(locale ?? "es-MX", voseo: false),
    };
}
