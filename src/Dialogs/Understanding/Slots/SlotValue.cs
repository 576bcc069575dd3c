namespace MeliBot.Dialogs.Understanding;

/// <summary>Something that a question names.</summary>
/// <param name="Name">One of <see cref="SlotNames"/>.</param>
/// <param name="Text">As the buyer wrote it.</param>
/// <param name="Value">Folded: no case, no accents.</param>
/// <param name="Span">Where; of length 0 when it comes from the question before.</param>
public sealed record SlotValue(string Name, string Text, string Value, TextSpan Span);

public static class SlotNames
{
    public const string Color = "color";
    public const string Size = "size";

    /// <summary>A version that differs by capacity, length, power, year or name: "de 256 gb", "modelo X200".</summary>
    public const string Model = "model";
    public const string Voltage = "voltage";

    /// <summary>How many; the value is the number in digits.</summary>
    public const string Quantity = "quantity";

    /// <summary>A town, region or postcode.</summary>
    public const string Place = "place";

    /// <summary>A day or a time limit, as said.</summary>
    public const string Date = "date";

    /// <summary>Another thing than the listing's: what it must fit, or what is wanted instead.</summary>
    public const string Product = "product";
}
