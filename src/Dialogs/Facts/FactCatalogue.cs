using System.Collections.Frozen;

namespace MeliBot.Dialogs.Facts;

/// <summary>Every variable that a playbook's templates and conditions may read.</summary>
public static class FactCatalogue
{
    public static IReadOnlyList<FactVariable> All { get; } =
    [
        new("item", FactType.Group, false, "The listing that the question is about; after a sale the one that was bought, where it is only one.", "item"),
        Known("item.id", FactType.Text, "Its id, such as MLA123456789.", "item"),
        Unsure("item.title", FactType.Text, "Its title.", "item"),
        Unsure("item.price", FactType.Money, "What a buyer pays now; where the option that was asked about has a price of its own, read item.variation.price.", "sale_price"),
        Unsure("item.original_price", FactType.Money, "The price that is crossed out; unknown where nothing is discounted.", "sale_price"),
        Unsure("item.currency", FactType.Text, "Of its prices, such as ARS.", "sale_price"),
        Unsure("item.available_quantity", FactType.Number, "Units in stock, over all its options.", "item"),
        Unsure("item.sold_quantity", FactType.Number, "Units sold so far.", "item"),
        Unsure("item.status", FactType.Text, "active, paused, closed, under_review and others.", "item"),
        Unsure("item.on_sale", FactType.Boolean, "Whether it can be bought now.", "item"),
        Unsure("item.condition", FactType.Text, "new, used, refurbished, not_specified and others.", "item"),
        Unsure("item.warranty", FactType.Group, "Its warranty; unknown where the listing says nothing of it.", "item"),
        Unsure("item.warranty.exists", FactType.Boolean, "False where the listing says that there is none.", "item"),
        Unsure("item.warranty.text", FactType.Text, "As the listing shows it: Garantía del vendedor: 6 meses.", "item"),
        Unsure("item.warranty.type", FactType.Text, "Who gives it: Garantía del vendedor, Garantía de fábrica.", "item"),
        Unsure("item.warranty.time", FactType.Text, "How long: 6 meses.", "item"),
        Unsure("item.shipping", FactType.Group, "How it is sent.", "item"),
        Unsure("item.shipping.free", FactType.Boolean, "The seller pays for it.", "item"),
        Unsure("item.shipping.mode", FactType.Text, "me2 (Mercado Envíos), me1 (the seller's carrier), custom, not_specified and others.", "item"),
        Unsure("item.shipping.logistic_type", FactType.Text, "fulfillment (Full), self_service (Flex), cross_docking, drop_off, xd_drop_off and others.", "item"),
        Unsure("item.shipping.local_pick_up", FactType.Boolean, "The buyer may collect it.", "item"),
        Unsure("item.variations", FactType.List, "Its choices, one for each combination; empty where it has none.", "item"),
        Known("item.variations[].name", FactType.Text, "Its choices in words: negro talle 38.", "item"),
        Unsure("item.variations[].available_quantity", FactType.Number, "Units of it in stock.", "item"),
        Unsure("item.variations[].price", FactType.Money, "Its price where that differs from the listing's, else the listing's.", "item"),
        Unsure("item.variations[].attributes.*", FactType.Text, "What it is by the listing's name of the choice, in lower case without accents: attributes.color, attributes.talle.", "item"),
        Unsure("item.options", FactType.List, "Names of the choices that are in stock; empty where it has no choices.", "item"),
        Unsure("item.variation", FactType.Group, "The choice that the buyer names (color, size, model, voltage); unknown where none is named.", "item"),
        Unsure("item.variation.asked", FactType.Text, "What the buyer named, in words: verde, talle 38.", "question"),
        Unsure("item.variation.state", FactType.Text, "in_stock, out_of_stock or not_offered; unknown where the listing doesn't say.", "item"),
        Unsure("item.variation.name", FactType.List, "The listing's names of it: azul marino, azul claro; write them with the list filter.", "item"),
        Unsure("item.variation.available_quantity", FactType.Number, "Units of it in stock.", "item"),
        Unsure("item.variation.price", FactType.Money, "Its price.", "item"),
        Unsure("item.variation.others", FactType.List, "Names of the other choices that are in stock; unknown where there are none.", "item"),
        Unsure("item.attributes", FactType.List, "The listing's data sheet.", "item"),
        Known("item.attributes[].name", FactType.Text, "Such as Material.", "item"),
        Known("item.attributes[].value", FactType.Text, "Such as Cuero.", "item"),
        Unsure("item.attributes.*", FactType.Text, "A value of the data sheet by the platform's id of it: item.attributes.BRAND.", "item"),
        Unsure("item.asked", FactType.List, "The parts of the data sheet that the question names; unknown where it names none that the listing has.", "item"),
        Known("item.asked[].name", FactType.Text, "Such as Material.", "item"),
        Known("item.asked[].value", FactType.Text, "Such as Cuero.", "item"),
        Unsure("item.dimensions", FactType.Text, "Height, width and depth of the thing itself, not of its parcel.", "item"),
        Unsure("item.weight", FactType.Text, "Of the thing itself, with its unit.", "item"),
        Unsure("item.description", FactType.Text, "The listing's description as plain text.", "description"),
        Unsure("item.category", FactType.Text, "Id of its category, such as MLA1055.", "item"),
        Unsure("item.permalink", FactType.Text, "Its page.", "item"),
        Unsure("item.sale_terms.*", FactType.Text, "A term of sale by the platform's id of it: item.sale_terms.MANUFACTURING_TIME, item.sale_terms.INVOICE.", "item"),
        Unsure("item.notes", FactType.Text, "The seller's private note on it (notes set): for conditions and for people, never said.", "notes") with { Private = true },

        Unsure("delivery", FactType.Group, "Bringing it to the postcode that the buyer names, or named before.", "shipping_options"),
        Unsure("delivery.cost", FactType.Money, "What the buyer pays; 0 is free.", "shipping_options"),
        Unsure("delivery.from", FactType.Date, "The earliest day.", "shipping_options"),
        Unsure("delivery.to", FactType.Date, "The latest day.", "shipping_options"),
        Unsure("delivery.place", FactType.Text, "Where that postcode is, or the postcode.", "shipping_options"),

        Unsure("order", FactType.Group, "The sale that the message is about: an order, or a pack of several. Of these only what all of them say is known.", "order"),
        Unsure("order.number", FactType.Text, "Its number: the pack's, or the order's where it has no pack.", "order"),
        Words("order.stage", SaleWords.Stages, "Where it stands in the pipeline: payment_required, payment_in_process, paid, cancelled or invalid.", "order") with { IsClosed = true },
        Words("order.status", SaleWords.Statuses, "The platform's own word: confirmed, paid, partially_refunded, cancelled and others.", "order"),
        Words("order.tags", SaleWords.Tags, "As the platform has them: paid, not_delivered, claim_opened and others; for contains.", "order") with { Type = FactType.List },
        Unsure("order.total", FactType.Money, "What was paid for its articles, without shipping.", "order"),
        Unsure("order.fraud_risk", FactType.Boolean, "The platform suspects fraud: do not ship.", "order"),
        Unsure("order.count", FactType.Number, "How many orders it is of; more than one in a pack.", "order"),
        Unsure("order.items", FactType.List, "What was bought.", "order"),
        Known("order.items[].name", FactType.Text, "Title of the article.", "order"),
        Known("order.items[].quantity", FactType.Number, "How many of it.", "order"),
        Unsure("order.items[].variation", FactType.Text, "Its choices in words: Negro, 38.", "order"),
        Unsure("order.bought", FactType.Date, "When it was bought.", "order"),
        Unsure("order.cancel_code", FactType.Text, "Why it was cancelled, in the platform's word.", "order"),
        Unsure("order.payment", FactType.Group, "How it was paid.", "payment"),
        Words("order.payment.status", SaleWords.PaymentStatuses, "approved, pending, in_process, rejected, refunded and others.", "payment"),
        Unsure("order.payment.detail", FactType.Text, "More exactly, in the platform's word: accredited, cc_rejected_other_reason and others.", "payment"),

        Unsure("shipment", FactType.Group, "How it is sent; unknown where nothing is. Of several parcels only what all of them say is known.", "shipment"),
        Words("shipment.status", SaleWords.ShipmentStatuses, "pending, handling, ready_to_ship, shipped, delivered, not_delivered, cancelled and others.", "shipment"),
        Words("shipment.substatus", SaleWords.ShipmentSubstatuses, "More exactly: printed, out_for_delivery, receiver_absent, delayed and over a hundred others; unknown where the status has none.", "shipment"),
        Words("shipment.mode", SaleWords.ShippingModes, "me2 (Mercado Envíos), me1 (the seller's carrier), custom, not_specified and others.", "shipment"),
        Words("shipment.logistic_type", SaleWords.LogisticTypes, "fulfillment (Full), self_service (Flex), cross_docking, drop_off, xd_drop_off and others.", "shipment"),
        Unsure("shipment.carrier", FactType.Text, "The platform's name for carrier and service.", "shipment"),
        Unsure("shipment.tracking", FactType.Text, "The number by which it is followed.", "shipment"),
        Unsure("shipment.promised", FactType.Date, "The day for which the buyer was promised it.", "shipment"),
        Unsure("shipment.late", FactType.Boolean, "It is on its way, or not even that, and the promised day is over, by the account's clock.", "shipment"),
        Unsure("shipment.parcels", FactType.Number, "How many parcels.", "shipment"),

        .. ClaimCatalogue.All,

        Known("intent.name", FactType.Text, "The intent that the reply answers.", "question"),
        Known("intent.score", FactType.Number, "How sure that is, 0 to 1.", "question"),
        Known("question.text", FactType.Text, "The buyer's words.", "question"),
        Known("question.id", FactType.Text, "The platform's id of it.", "question"),
        Unsure("slots.color", FactType.Text, "A colour that the buyer names.", "question"),
        Unsure("slots.size", FactType.Text, "A size.", "question"),
        Unsure("slots.model", FactType.Text, "A version by capacity, length, power, year or name.", "question"),
        Unsure("slots.voltage", FactType.Text, "A voltage.", "question"),
        Unsure("slots.quantity", FactType.Number, "How many.", "question"),
        Unsure("slots.place", FactType.Text, "A town, region or postcode.", "question"),
        Unsure("slots.date", FactType.Text, "A day or a time limit, as said.", "question"),
        Unsure("slots.product", FactType.Text, "Another thing than the listing's.", "question"),
        Unsure("buyer.nickname", FactType.Text, "The buyer's name on the platform.", "question"),
        Known("account.id", FactType.Number, "The seller's user id.", "account"),
        Unsure("account.nickname", FactType.Text, "The seller's name on the platform.", "account"),
        Unsure("account.site", FactType.Text, "MLA, MLB, MLM and so on.", "account"),
        Unsure("conversation.*", FactType.Text, "What a dialog keeps for this buyer on this listing.", "state"),
        Unsure("user.*", FactType.Text, "What a dialog keeps for this buyer, whatever the listing.", "state"),
        Known("now", FactType.Date, "The turn's time.", "clock"),
        Known("value", FactType.Text, "Only in an ask's valid: what the buyer said.", "question"),
    ];

    private static readonly FrozenDictionary<string, FactVariable> ByName = All.ToFrozenDictionary(v => v.Name, StringComparer.Ordinal);

    /// <summary>The variable that a path names, <c>item.attributes.BRAND</c> by its <c>item.attributes.*</c>; null when there is none.</summary>
    /// <param name="path">With <c>[]</c> for a list's element: <c>item.variations[].name</c>.</param>
    public static FactVariable? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (ByName.TryGetValue(path, out var variable)) return variable;
        var dot = path.LastIndexOf('.');
        return dot < 0 ? null : ByName.GetValueOrDefault($"{path.AsSpan(0, dot)}.*");
    }

    private static FactVariable Known(string name, FactType type, string about, string source) => new(name, type, false, about, source);

    private static FactVariable Words(string name, IReadOnlyList<string> words, string about, string source) => Unsure(name, FactType.Text, about, source) with { Words = words };

    private static FactVariable Unsure(string name, FactType type, string about, string source) => new(name, type, true, about, source);
}
