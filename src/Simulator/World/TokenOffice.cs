using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MeliBot.Simulator;

/// <summary>Grants, codes and tokens.</summary>
internal sealed class TokenOffice(WorldCore core, Registry registry, Journal journal)
{
    private const string Dead = "Error validating grant. Your authorization code or refresh token may be expired or it was already used";

    private readonly Dictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessToken> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RefreshToken> _refresh = new(StringComparer.Ordinal);
    private readonly Dictionary<(long App, long User), WorldGrant> _grants = [];

    public IReadOnlyList<WorldGrant> Grants
    {
        get
        {
            lock (core.Gate) return [.. _grants.Values];
        }
    }

    public IReadOnlyList<string> Issued
    {
        get
        {
            lock (core.Gate) return [.. _access.Keys, .. _refresh.Keys, .. _codes.Keys];
        }
    }

    public bool HasGrant(long applicationId, long userId)
    {
        lock (core.Gate) return _grants.ContainsKey((applicationId, userId));
    }

    /// <summary>Null: never issued or revoked. An expired one is returned, and told by its time.</summary>
    public AccessToken? Find(string value)
    {
        lock (core.Gate) return _access.GetValueOrDefault(value);
    }

    public string IssueCode(WorldApplication application, WorldUser user, string redirectUri, string? challenge, string? method)
    {
        lock (core.Gate)
        {
            var code = new AuthorizationCode
            {
                Value = Ticket(user.Id),
                ApplicationId = application.Id,
                UserId = user.Id,
                RedirectUri = redirectUri,
                Expires = core.Now + core.Options.AuthorizationCodeLife,
                Challenge = challenge,
                Method = method,
            };
            _codes[code.Value] = code;
            return code.Value;
        }
    }

    public TokenOutcome Exchange(WorldApplication application, string value, string redirectUri, string? verifier)
    {
        lock (core.Gate)
        {
            if (!_codes.TryGetValue(value, out var code) || code.ApplicationId != application.Id) return Refuse(application.Id, null, "invalid_grant", Dead);
            if (code.Spent)
            {
                journal.Violation("code-reuse", application.Id, code.UserId, "An authorization code came a second time.");
                return Refuse(application.Id, code.UserId, "invalid_grant", Dead);
            }

            if (code.Expires <= core.Now || code.RedirectUri != redirectUri) return Refuse(application.Id, code.UserId, "invalid_grant", Dead);
            if (application.Pkce && code.Challenge is null) return Refuse(application.Id, code.UserId, "invalid_request", "code_challenge is required");
            if (code.Challenge is not null)
            {
                if (string.IsNullOrEmpty(verifier)) return Refuse(application.Id, code.UserId, "invalid_request", "code_verifier is a required parameter");
                if (!Verifies(code, verifier)) return Refuse(application.Id, code.UserId, "invalid_grant", "Error validating code_verifier");
            }

            var user = registry.FindUser(code.UserId)!;
            if (user.OwesDocuments) return Refuse(application.Id, user.Id, "invalid_grant", Dead);
            code.Spent = true;
            return new(Issue(application, user, renewGrant: true));
        }
    }

    public TokenOutcome Refresh(WorldApplication application, string value)
    {
        lock (core.Gate)
        {
            if (!_refresh.TryGetValue(value, out var token) || token.ApplicationId != application.Id) return Refuse(application.Id, null, "invalid_grant", Dead);
            if (token.Spent)
            {
                journal.Violation("refresh-token-reuse", application.Id, token.UserId, "A spent refresh token came again.");
                if (core.Options.RefreshReuseKillsGrant) Revoke(application.Id, token.UserId);
                return Refuse(application.Id, token.UserId, "invalid_grant", Dead);
            }

            var user = registry.FindUser(token.UserId)!;
            if (token.Revoked || token.Expires <= core.Now || user.OwesDocuments || !HasGrant(application.Id, user.Id))
            {
                return Refuse(application.Id, user.Id, "invalid_grant", Dead);
            }

            token.Spent = true;
            return new(Issue(application, user, renewGrant: false));
        }
    }

    /// <summary>A new pair of tokens. A renewed grant takes today's permissions; a refresh keeps those of the grant.</summary>
    public IssuedTokens Issue(WorldApplication application, WorldUser user, bool renewGrant)
    {
        lock (core.Gate)
        {
            if (renewGrant || !_grants.TryGetValue((application.Id, user.Id), out var grant))
            {
                grant = new()
                {
                    ApplicationId = application.Id,
                    UserId = user.Id,
                    Created = core.Now,
                    Scopes = Scopes(application),
                    Write = application.WriteScope,
                    Communication = application.Communication,
                    Publishing = application.Publishing,
                };
                _grants[(application.Id, user.Id)] = grant;
            }

            // Only the newest refresh token works.
            foreach (var old in _refresh.Values.Where(t => t.ApplicationId == application.Id && t.UserId == user.Id && !t.Spent)) old.Revoked = true;

            var life = core.Options.AccessTokenLife;
            var now = core.Now;
            var value = string.Create(CultureInfo.InvariantCulture, $"APP_USR-{application.Id}-{now:MMddHH}-{core.Hex(32)}-{user.Id}");
            _access[value] = new(value, application.Id, user.Id, now + life, grant.Write, grant.Communication, grant.Publishing);
            RefreshToken? refresh = null;
            if (application.OfflineAccess)
            {
                refresh = new() { Value = Ticket(user.Id), ApplicationId = application.Id, UserId = user.Id, Expires = now + core.Options.RefreshTokenLife };
                _refresh[refresh.Value] = refresh;
            }

            journal.Effect(EffectKinds.Token, Key(application.Id, user.Id), null, $"app:{application.Id}", user.Id);
            return new(value, refresh?.Value, string.Join(' ', grant.Scopes), user.Id, now + life, (int)life.TotalSeconds);
        }
    }

    /// <summary>Erases the grant and every token of the pair.</summary>
    public bool Revoke(long applicationId, long userId)
    {
        lock (core.Gate)
        {
            var had = _grants.Remove((applicationId, userId));
            foreach (var value in _access.Values.Where(t => t.ApplicationId == applicationId && t.UserId == userId).Select(t => t.Value).ToList()) _access.Remove(value);
            foreach (var token in _refresh.Values.Where(t => t.ApplicationId == applicationId && t.UserId == userId)) token.Revoked = true;
            core.Changed();
            return had;
        }
    }

    /// <summary>Access tokens die early; refresh tokens still work.</summary>
    public void ExpireAccessTokens(long userId)
    {
        lock (core.Gate)
        {
            foreach (var token in _access.Values.Where(t => t.UserId == userId).ToList()) _access[token.Value] = token with { Expires = core.Now };
        }
    }

    private TokenOutcome Refuse(long applicationId, long? userId, string error, string description)
    {
        journal.Effect(EffectKinds.Token, Key(applicationId, userId), error, $"app:{applicationId}", userId);
        return TokenOutcome.Refused(error, description);
    }

    private string Ticket(long userId) => string.Create(CultureInfo.InvariantCulture, $"TG-{core.Hex(24)}-{userId}");

    private static string Key(long applicationId, long? userId) => string.Create(CultureInfo.InvariantCulture, $"{applicationId}:{userId}");

    private static bool Verifies(AuthorizationCode code, string verifier)
    {
        if (code.Method == "plain") return code.Challenge == verifier;
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(verifier));
        return code.Challenge == Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private static List<string> Scopes(WorldApplication application)
    {
        var scopes = new List<string>();
        if (application.OfflineAccess) scopes.Add("offline_access");
        scopes.Add("read");
        scopes.Add("urn:global:admin:info:/read-only");
        scopes.Add("urn:global:admin:users:/read-only");
        // The platform spells it so.
        Urn("urn:ml:all:comunication", application.Communication);
        Urn("urn:ml:mktp:comunication", application.Communication);
        Urn("urn:ml:mktp:publish-sync", application.Publishing);
        if (application.WriteScope) scopes.Add("write");
        return scopes;

        void Urn(string name, AccessLevel level)
        {
            if (level != AccessLevel.None) scopes.Add($"{name}:/{(level == AccessLevel.Read ? "read-only" : "read-write")}");
        }
    }
}
