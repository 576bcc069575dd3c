namespace MeliBot.Delivery;

/// <summary>The store or queue can't take writes now (disk full, locked, down). Nothing was stored; repeat later.</summary>
public sealed class DeliveryUnavailableException : Exception
{
    public DeliveryUnavailableException()
        : base("The store can't take writes now. Nothing was stored; repeat later.")
    {
    }

    public DeliveryUnavailableException(string message)
        : base(message)
    {
    }

    public DeliveryUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
