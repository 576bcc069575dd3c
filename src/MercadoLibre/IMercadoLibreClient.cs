namespace MeliBot.MercadoLibre;

/// <summary>
/// Mercado Libre's REST API. Reads are retried and every call passes the application's one rate budget; a write is sent once.
/// Whatever isn't a usable answer is a <see cref="MercadoLibreException"/>.
/// </summary>
public interface IMercadoLibreClient
{
    /// <summary>Calls with this account's token.</summary>
    AccountClient For(long account, CallKind kind = CallKind.Conversation);

    /// <summary>Calls with the token of the application's owner.</summary>
    /// <exception cref="InvalidOperationException">MercadoLibre:Application:OwnerAccount isn't set.</exception>
    ApplicationClient ForApplication(CallKind kind = CallKind.Sweep);
}
