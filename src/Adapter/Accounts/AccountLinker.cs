using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Accounts;

/// <summary>Links sellers to this installation, and ends it.</summary>
public sealed class AccountLinker
{
    private readonly OAuthClient _oauth;
    private readonly IMercadoLibreClient _client;
    private readonly ITokenSource _tokens;
    private readonly AccountStore _accounts;
    private readonly LinkRequests _requests;
    private readonly IOptions<MercadoLibreOptions> _options;
    private readonly TimeProvider _time;

    internal AccountLinker(OAuthClient oauth, IMercadoLibreClient client, ITokenSource tokens, AccountStore accounts, LinkRequests requests, IOptions<MercadoLibreOptions> options, TimeProvider time) =>
        (_oauth, _client, _tokens, _accounts, _requests, _options, _time) = (oauth, client, tokens, accounts, requests, options, time);

    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken) => _accounts.ListAsync(cancellationToken);

    /// <param name="site">The country's site, for example <c>MLB</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The site isn't known; the message lists those that are.</exception>
    public async Task<LinkRequest> BeginAsync(string site, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(site);
        var request = _oauth.Begin(site.Trim().ToUpperInvariant());
        return new LinkRequest(request.Url, await _requests.KeepAsync(request, cancellationToken).ConfigureAwait(false));
    }

    /// <param name="pasted">The address that the browser ended at, or the callback's query.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<LinkOutcome> CompleteAsync(string? pasted, CancellationToken cancellationToken) =>
        AuthorizationCallback.TryRead(pasted, out var callback, out var why)
            ? await CompleteAsync(callback, cancellationToken).ConfigureAwait(false)
            : new LinkOutcome.Refused("This isn't the address of an answer.", why);

    public async Task<LinkOutcome> CompleteAsync(AuthorizationCallback callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (callback.State is null || await _requests.TakeAsync(callback.State, cancellationToken).ConfigureAwait(false) is not { } request)
            return new LinkOutcome.Refused("The answer belongs to no open request: it was used already, it is too late, or it began elsewhere.", "Begin linking again, and use only the newest address.");

        TokenAnswer answer;
        try
        {
            answer = await _oauth.CompleteAsync(request, callback, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure)
        {
            return new LinkOutcome.Refused(failure.Error.Message, failure.Error.WhatToDo);
        }

        if (answer.UserId is not { } user)
            return new LinkOutcome.Refused("Mercado Libre gave tokens but didn't say for which account.", "Begin linking again; if it stays so, look at what the token endpoint answers.");
        await _tokens.LinkAsync(user, answer, cancellationToken).ConfigureAwait(false);
        return await StoreAsync(user, request.Site, answer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the link at Mercado Libre, which erases every token of it there, and here.</summary>
    public async Task<UnlinkOutcome> UnlinkAsync(long account, CancellationToken cancellationToken)
    {
        var found = await _accounts.FindAsync(account, cancellationToken).ConfigureAwait(false) is not null;
        string? advice = null;
        if (found)
        {
            try
            {
                await _oauth.RevokeAsync(account, cancellationToken).ConfigureAwait(false);
            }
            catch (MercadoLibreException failure) when (failure.Error.Kind is ErrorKind.ReconnectRequired or ErrorKind.NotFound)
            {
                // The platform has ended it already.
            }
            catch (MercadoLibreException failure)
            {
                advice = $"Mercado Libre wasn't told ({failure.Error.Message}): the seller can remove the application under \"Aplicaciones conectadas\" in the account's settings.";
            }
        }

        await _tokens.UnlinkAsync(account, cancellationToken).ConfigureAwait(false);
        await _accounts.RemoveAsync(account, cancellationToken).ConfigureAwait(false);
        return new UnlinkOutcome(found, found && advice is null, advice);
    }

    private async Task<LinkOutcome> StoreAsync(long user, string site, TokenAnswer answer, CancellationToken cancellationToken)
    {
        User? me = null;
        try
        {
            me = await _client.For(user).Users.MeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure) when (failure.Error.IsTransient)
        {
            // The link stands; only the nickname is missing until the account is linked again.
        }
        catch (MercadoLibreException failure)
        {
            return await UndoAsync(user, $"The account's own data can't be read: {failure.Error.Message}", failure.Error.WhatToDo, cancellationToken).ConfigureAwait(false);
        }

        if (me?.Id is { } id && id != user)
            return await UndoAsync(user, "Mercado Libre's token is of another user than it says.", "Log out of Mercado Libre in the browser, or use a private window, and link again.", cancellationToken).ConfigureAwait(false);

        var before = await _accounts.FindAsync(user, cancellationToken).ConfigureAwait(false);
        var home = me?.SiteId ?? site;
        var account = new Account
        {
            UserId = user,
            Nickname = me?.Nickname ?? before?.Nickname,
            SiteId = home,
            TimeZone = before?.TimeZone ?? Inbound.Sites.TimeZone(home),
            ApplicationId = _options.Value.Application.ClientId,
            LinkedAt = before?.LinkedAt ?? _time.GetUtcNow(),
        };
        await _accounts.SaveAsync(account, cancellationToken).ConfigureAwait(false);
        return new LinkOutcome.Linked(account, Permissions.Missing(answer.Scope));
    }

    private async Task<LinkOutcome.Refused> UndoAsync(long user, string reason, string whatToDo, CancellationToken cancellationToken)
    {
        await _tokens.UnlinkAsync(user, cancellationToken).ConfigureAwait(false);
        return new LinkOutcome.Refused(reason, whatToDo);
    }
}
