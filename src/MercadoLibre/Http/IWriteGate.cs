namespace MeliBot.MercadoLibre;

/// <summary>Has the last word on every call that writes, after it waited for its turn and right before it goes out.</summary>
public interface IWriteGate
{
    /// <summary>Null lets it go; otherwise what its caller is told instead. It then certainly had no effect.</summary>
    ValueTask<MercadoLibreError?> CheckAsync(long account, CancellationToken cancellationToken);
}

internal sealed class OpenGate : IWriteGate
{
    public ValueTask<MercadoLibreError?> CheckAsync(long account, CancellationToken cancellationToken) => ValueTask.FromResult<MercadoLibreError?>(null);
}
