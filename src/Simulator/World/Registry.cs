using System.Globalization;

namespace MeliBot.Simulator;

/// <summary>Applications and users.</summary>
internal sealed class Registry(WorldCore core)
{
    private readonly Dictionary<long, WorldApplication> _applications = [];
    private readonly Dictionary<long, WorldUser> _users = [];

    // Beyond Int32, as the platform's newer ids are.
    private long _nextApplication = 8_304_540_000_000_001;
    private long _nextSeller = 3_100_000_001;
    private long _nextBuyer = 3_200_000_001;

    public IReadOnlyList<WorldApplication> Applications
    {
        get
        {
            lock (core.Gate) return [.. _applications.Values];
        }
    }

    public IReadOnlyList<WorldUser> Users
    {
        get
        {
            lock (core.Gate) return [.. _users.Values];
        }
    }

    public WorldApplication? FindApplication(long id)
    {
        lock (core.Gate) return _applications.GetValueOrDefault(id);
    }

    public WorldUser? FindUser(long id)
    {
        lock (core.Gate) return _users.GetValueOrDefault(id);
    }

    public WorldApplication Create(NewApplication wish)
    {
        lock (core.Gate)
        {
            var application = new WorldApplication
            {
                Id = wish.Id ?? _nextApplication++,
                Name = wish.Name,
                SiteId = wish.Site,
                Secrets = [wish.Secret ?? core.Hex(32)],
                RedirectUri = wish.RedirectUri,
                CallbackUrl = wish.CallbackUrl is null ? null : Callback(wish.CallbackUrl),
                Topics = new(wish.Topics ?? ["questions"], StringComparer.Ordinal),
                Pkce = wish.Pkce,
                OfflineAccess = wish.OfflineAccess,
                WriteScope = wish.WriteScope,
                Communication = wish.Communication,
                Publishing = wish.Publishing,
                OwnerId = wish.OwnerId,
                NoticeForm = wish.NoticeForm,
            };
            if (!_applications.TryAdd(application.Id, application)) throw Taken("application", application.Id);
            core.Changed();
            return application;
        }
    }

    public WorldUser Create(NewUser wish, bool seller)
    {
        lock (core.Gate)
        {
            var id = wish.Id ?? (seller ? _nextSeller++ : _nextBuyer++);
            var user = new WorldUser
            {
                Id = id,
                Nickname = wish.Nickname ?? string.Create(CultureInfo.InvariantCulture, $"{(seller ? "TIENDA" : "COMPRA")}{id % 100000}"),
                SiteId = wish.Site,
                Seller = seller,
                Email = wish.Email,
                Tags = wish.Tags ?? ["normal", "test_user"],
                OperatorOf = wish.OperatorOf,
                Registered = core.Now.AddYears(-4),
            };
            if (!_users.TryAdd(id, user)) throw Taken("user", id);
            core.Changed();
            return user;
        }
    }

    public static Uri Callback(Uri url) => url.IsAbsoluteUri && url.Scheme is "http" or "https"
        ? url
        : throw new InvalidOperationException($"The callback must be an absolute http address, such as http://127.0.0.1:5000/notifications, not {url}.");

    private static InvalidOperationException Taken(string what, long id) =>
        new($"There is already an {what} {id.ToString(CultureInfo.InvariantCulture)}. Give another id, or none and one is chosen.");
}
