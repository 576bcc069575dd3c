namespace MeliBot.Dialogs.Facts;

/// <summary>What a template gets when it reads a variable.</summary>
public enum FactType
{
    Text,

    Number,

    /// <summary>A number in the listing's currency; the <c>money</c> filter writes it.</summary>
    Money,

    Boolean,

    /// <summary>The <c>date</c> filter writes it, in the account's zone.</summary>
    Date,

    /// <summary>For <c>{% for %}</c> and the <c>list</c> filter; its elements' variables are named <c>list[].name</c>.</summary>
    List,

    /// <summary>Has variables below it, and says nothing by itself but whether anything is known.</summary>
    Group,
}

/// <summary>A variable that templates and conditions may read.</summary>
/// <param name="Name">As it is written: <c>item.price</c>. <c>item.attributes.*</c> stands for any last name, <c>item.variations[].name</c> for that of a list's element.</param>
/// <param name="MayBeUnknown">A core that reads it needs an unknown branch beside it.</param>
/// <param name="About">One line for designers.</param>
/// <param name="Source">Where it comes from, as facts and traces name it: <c>item</c>, <c>sale_price</c>, <c>description</c>, <c>shipping_options</c>, <c>notes</c>, <c>order</c>, <c>payment</c>, <c>shipment</c>, <c>claim</c>, <c>claim-detail</c>, <c>claim-reason</c>, <c>affects-reputation</c>, <c>expected-resolutions</c>, <c>return</c>, <c>message</c>, <c>question</c>, <c>account</c>, <c>state</c>, <c>clock</c>.</param>
public sealed record FactVariable(string Name, FactType Type, bool MayBeUnknown, string About, string Source)
{
    /// <summary>It may be tested and shown to people, and is never said to a buyer.</summary>
    public bool Private { get; init; }

    /// <summary>The texts that it may be; empty where it may be any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>It is never another text. Where the words are the platform's, it may be one that they don't have yet.</summary>
    public bool IsClosed { get; init; }
}
