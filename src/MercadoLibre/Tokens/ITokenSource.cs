namespace MeliBot.MercadoLibre;

/// <summary>Hands out access tokens that work, and is the only one who refreshes them.</summary>
public interface ITokenSource
{
    /// <exception cref="MercadoLibreException">
    /// <see cref="ErrorKind.ReconnectRequired"/> when the account isn't linked or its link is dead; a transient kind when no token can be had now.
    /// </exception>
    ValueTask<string> GetAccessTokenAsync(long account, CancellationToken cancellationToken = default);

    /// <summary>After a 401: a token other than the one refused, from the store if another process has refreshed, else by one refresh.</summary>
    ValueTask<string> ReplaceAccessTokenAsync(long account, string refused, CancellationToken cancellationToken = default);

    /// <summary>Stores the tokens of an account that was just connected, whatever was stored before.</summary>
    Task LinkAsync(long account, TokenAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>Forgets an account's tokens here; revoke them at the platform first.</summary>
    Task UnlinkAsync(long account, CancellationToken cancellationToken = default);
}
