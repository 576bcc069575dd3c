namespace MeliBot.Dialogs.Understanding;

/// <summary>Names of what buyers ask before buying.</summary>
public static class Intents
{
    public const string Availability = "availability";
    public const string Variant = "variant";
    public const string Restock = "restock";
    public const string Price = "price";
    public const string Discount = "discount";
    public const string Wholesale = "wholesale";
    public const string Payment = "payment";
    public const string Invoice = "invoice";
    public const string ShippingCost = "shipping_cost";
    public const string ShippingTime = "shipping_time";
    public const string ShippingArea = "shipping_area";
    public const string Pickup = "pickup";
    public const string Warranty = "warranty";
    public const string Authenticity = "authenticity";
    public const string Compatibility = "compatibility";
    public const string Dimensions = "dimensions";
    public const string Specs = "specs";
    public const string Contents = "contents";
    public const string Usage = "usage";
    public const string Returns = "returns";
    public const string Reservation = "reservation";
    public const string Alternative = "alternative";
    public const string Contact = "contact";
    public const string AfterSale = "after_sale";
    public const string Thanks = "thanks";
    public const string Complaint = "complaint";
    public const string Other = "other";
}

/// <summary>Names of what buyers write after the sale, as far as the product knows them by name.</summary>
public static class SaleIntents
{
    public const string Thanks = "sale_thanks";
    public const string Greeting = "sale_greeting";
    public const string Complaint = "sale_complaint";
}
