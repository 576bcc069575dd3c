using System.Net.Http.Json;
using System.Text.Json;
using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>The API as one account sees it. Cheap to keep and safe to share.</summary>
public sealed class AccountClient
{
    private readonly HttpClient _http;

    internal AccountClient(long account, CallKind kind, HttpClient http, RefitSettings settings)
    {
        Account = account;
        Kind = kind;
        _http = http;
        Questions = RestService.ForGenerated<IQuestionsApi>(http, settings);
        Items = RestService.ForGenerated<IItemsApi>(http, settings);
        Users = RestService.ForGenerated<IUsersApi>(http, settings);
        Moderations = RestService.ForGenerated<IModerationsApi>(http, settings);
        Applications = RestService.ForGenerated<IApplicationsApi>(http, settings);
        MissedFeeds = RestService.ForGenerated<IMissedFeedsApi>(http, settings);
        Orders = RestService.ForGenerated<IOrdersApi>(http, settings);
        Packs = RestService.ForGenerated<IPacksApi>(http, settings);
        Payments = RestService.ForGenerated<IPaymentsApi>(http, settings);
        Shipments = RestService.ForGenerated<IShipmentsApi>(http, settings);
        Messages = RestService.ForGenerated<IMessagesApi>(http, settings);
        MessageFiles = new MessageFiles(http);
        Claims = RestService.ForGenerated<IClaimsApi>(http, settings);
        ClaimFiles = new ClaimFiles(http);
        Returns = RestService.ForGenerated<IReturnsApi>(http, settings);
    }

    public long Account { get; }

    public CallKind Kind { get; }

    public IQuestionsApi Questions { get; }

    public IItemsApi Items { get; }

    public IUsersApi Users { get; }

    public IModerationsApi Moderations { get; }

    public IApplicationsApi Applications { get; }

    /// <summary>Answers only if this account owns the application.</summary>
    public IMissedFeedsApi MissedFeeds { get; }

    public IOrdersApi Orders { get; }

    public IPacksApi Packs { get; }

    public IPaymentsApi Payments { get; }

    public IShipmentsApi Shipments { get; }

    public IMessagesApi Messages { get; }

    public MessageFiles MessageFiles { get; }

    public IClaimsApi Claims { get; }

    public ClaimFiles ClaimFiles { get; }

    public IReturnsApi Returns { get; }

    /// <summary>Reads whatever a notification's resource holds, as it is.</summary>
    public async Task<JsonElement> ReadAsync(ResourcePath path, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path.Path.TrimStart('/'), UriKind.Relative));
        using var response = await _http.SendAsync(request, cancellationToken);
        try
        {
            return await response.Content.ReadFromJsonAsync<JsonElement>(MercadoLibreJson.Options, cancellationToken);
        }
        catch (JsonException e)
        {
            throw await ResponseErrors.UnreadableAsync(response, e, cancellationToken);
        }
    }
}

/// <summary>The API as the application's owner sees it.</summary>
public sealed class ApplicationClient
{
    internal ApplicationClient(AccountClient owner) => Owner = owner;

    public AccountClient Owner { get; }

    public IApplicationsApi Applications => Owner.Applications;

    public IMissedFeedsApi MissedFeeds => Owner.MissedFeeds;
}
