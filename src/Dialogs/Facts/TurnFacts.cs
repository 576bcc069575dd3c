using MeliBot.Dialogs.Templates;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Facts;

/// <summary>All that a turn's texts may read. <see cref="About"/> says which of the question's intents is being answered.</summary>
internal sealed class TurnFacts : IVariables
{
    private readonly IFactSource _source;
    private readonly UnderstoodQuestion _question;
    private FactRequest? _request;
    private ItemView _view;
    private readonly string _questionId;
    private AskedIntent? _about;
    private VariationAnswer? _variation;
    private IReadOnlyList<FactRow>? _asked;
    private Needs _loaded;

    public TurnFacts(IFactSource source, FactRequest? request, ItemFacts? item, AccountFacts? account, UnderstoodQuestion question, string questionId, DateTimeOffset now)
    {
        (_source, _request, Item, Account, _question, _questionId, Now) = (source, request, item, account, question, questionId, now);
        _view = ItemView.Of(item);
    }

    public ItemFacts? Item { get; private set; }

    /// <summary>Null before one, or where it isn't known.</summary>
    public SaleFacts? Sale { get; init; }

    /// <summary>Whose sale it is; null before one.</summary>
    public SaleRequest? SaleOf { get; init; }

    /// <summary>Null elsewhere, or where it isn't known.</summary>
    public ClaimFacts? Claim { get; init; }

    /// <summary>Who wrote in the claim; null for an event.</summary>
    public string? ClaimSender { get; init; }

    /// <summary>The account's.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public AccountFacts? Account { get; }

    public DateTimeOffset Now { get; }

    public Fact<string>? Description { get; private set; }

    public Fact<DeliveryOffer>? Delivery { get; private set; }

    public Fact<string>? Notes { get; private set; }

    public string? BuyerNickname { get; init; }

    /// <summary>Named in this question, or in one before.</summary>
    public string? Postcode { get; set; }

    public IReadOnlyDictionary<string, string> Conversation { get; set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> User { get; set; } = new Dictionary<string, string>();

    /// <summary>In an ask's condition: what the buyer said.</summary>
    public object? Value { get; set; }

    public void About(AskedIntent? intent)
    {
        if (ReferenceEquals(_about, intent)) return;
        (_about, _variation, _asked) = (intent, null, null);
    }

    /// <summary>Reads now what isn't read for every question.</summary>
    public async ValueTask LoadAsync(Needs needs, CancellationToken cancellationToken)
    {
        var missing = needs & ~_loaded;
        if (missing.HasFlag(Needs.Item)) await LoadBoughtAsync(cancellationToken).ConfigureAwait(false);
        if (missing == Needs.None || _request is null || Item is null) return;
        if (missing.HasFlag(Needs.Description)) Description = await _source.DescriptionAsync(_request, cancellationToken).ConfigureAwait(false);
        if (missing.HasFlag(Needs.Notes)) Notes = await _source.NotesAsync(_request, cancellationToken).ConfigureAwait(false);
        if (missing.HasFlag(Needs.Delivery) && Postcode is { } postcode) Delivery = await _source.DeliveryAsync(_request, postcode, cancellationToken).ConfigureAwait(false);
        _loaded |= missing;
    }

    /// <summary>After a sale <c>item</c> is what was bought, where it is one listing.</summary>
    private async ValueTask LoadBoughtAsync(CancellationToken cancellationToken)
    {
        _loaded |= Needs.Item;
        if (_request is not null || SaleOf is not { } sale || Sale?.Lines?.Value.Select(l => l.Item).Distinct(StringComparer.Ordinal).ToArray() is not [{ Length: > 0 } bought]) return;
        _request = new FactRequest(sale.Account, sale.SiteId, bought);
        Item = await _source.ItemAsync(_request, cancellationToken).ConfigureAwait(false);
        _view = ItemView.Of(Item);
    }

    public FactValue Read(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var rest = dot < 0 ? "" : path[(dot + 1)..];
        return (dot < 0 ? path : path[..dot]) switch
        {
            "item" => rest.Length == 0 ? Group(Item is not null) : ItemVariables.Read(rest, this, _view),
            "order" => SaleVariables.Order(rest, Sale, Now),
            "shipment" => SaleVariables.Shipment(rest, Sale?.Shipment, Now, Zone),
            "claim" => ClaimVariables.Read(rest, Claim, ClaimSender, Now),
            "delivery" => ReadDelivery(rest),
            "intent" when _about is not null => rest switch { "name" => FromQuestion(_about.Name), "score" => FromQuestion((decimal)_about.Score), _ => default },
            "question" => rest switch { "text" => FromQuestion(_question.Text), "id" => FromQuestion(_questionId), _ => default },
            "slots" => Slot(rest),
            "buyer" => rest == "nickname" ? FromQuestion(BuyerNickname) : default,
            "account" => ReadAccount(rest),
            "conversation" => Of(Conversation.GetValueOrDefault(rest), "state"),
            "user" => Of(User.GetValueOrDefault(rest), "state"),
            "now" => Of(Now, "clock"),
            "value" => FromQuestion(Value),
            _ => default,
        };
    }

    /// <summary>Null where nothing is named.</summary>
    public VariationAnswer? Variation => _variation ??= VariationAnswer.Of(Item, _view, NamedOption.Find(OptionSlots(), Words(ownOnly: IsAboutStock), _view));

    /// <summary>The lines of the data sheet that the question names.</summary>
    public IReadOnlyList<FactRow> Asked => _asked ??= Item is null ? [] : [.. AskedAttributes.Find(Words(ownOnly: true), _view).Select(a => ItemView.RowOf(a, Item))];

    private bool IsAboutStock => _about?.Name == Intents.Availability;

    /// <summary>"La quiero en negro. ¿Cuánto sale?" asks for the price in black; "¿tenés stock? ¿y en rojo hay?" asks two things.</summary>
    private IReadOnlyList<SlotValue> OptionSlots()
    {
        var own = SlotsOf(_about);
        return own.Any(IsOption) || IsAboutStock ? own : [.. _question.Slots.Where(IsOption)];

        static bool IsOption(SlotValue slot) => slot.Name is SlotNames.Color or SlotNames.Size or SlotNames.Voltage or SlotNames.Model;
    }

    private IReadOnlyList<SlotValue> SlotsOf(AskedIntent? intent) => intent is null ? _question.Slots : intent.Slots;

    private string[] Words(bool ownOnly)
    {
        var text = _question.Text;
        if (ownOnly && _question.Intents.Count > 1 && _about is { Span: { Length: > 0 } span } && span.End <= text.Length) text = text.Substring(span.Start, span.Length);
        return [.. OptionText.Words(text)];
    }

    private FactValue Slot(string name)
    {
        if (name.Length == 0) return Group(_question.Slots.Count > 0);
        var slot = SlotsOf(_about).FirstOrDefault(s => s.Name == name) ?? _question.Slots.FirstOrDefault(s => s.Name == name);
        if (slot is null) return default;
        if (name == SlotNames.Quantity) return decimal.TryParse(slot.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? FromQuestion(number) : default;
        return FromQuestion(name == SlotNames.Color ? slot.Text.ToLowerInvariant() : slot.Text);
    }

    private FactValue ReadDelivery(string name)
    {
        if (Delivery is not { Value: var delivery } fact) return default;
        return name switch
        {
            "" => FactValue.Of(FactValue.Group, fact.Source, fact.At),
            "cost" => FactValue.Of(delivery.Cost?.Amount, fact.Source, fact.At) with { Text = delivery.Cost?.ToString() },
            "from" => FactValue.Of(delivery.From, fact.Source, fact.At),
            "to" => FactValue.Of(delivery.To, fact.Source, fact.At),
            "place" => FactValue.Of(delivery.Place, fact.Source, fact.At),
            _ => default,
        };
    }

    private FactValue ReadAccount(string name) => name switch
    {
        "id" => Of((decimal?)(Account?.Id ?? _request?.Account ?? SaleOf?.Account), "account"),
        "nickname" => Of(Account?.Nickname, "account"),
        "site" => Of(Account?.SiteId ?? _request?.SiteId ?? SaleOf?.SiteId, "account"),
        _ => default,
    };

    private FactValue Group(bool known) => known ? Of(FactValue.Group, "item") : default;

    private FactValue FromQuestion(object? value) => Of(value, "question");

    private FactValue Of(object? value, string source) => FactValue.Of(value, source, Now);
}
