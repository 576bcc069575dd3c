using System.Net.Http.Json;
using System.Text.Json;
using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>The API as one account sees it. Cheap to keep and safe to share.</summary>
public sealed class AccountClient
{
    private readonly HttpClient _http;
    private readonly RefitSettings _settings;

    internal AccountClient(long account, CallKind kind, HttpClient http, RefitSettings settings)
    {
        Account = account;
        Kind = kind;
        _http = http;
        _settings = settings;
        Questions = RestService.ForGenerated<IQuestionsApi>(http, settings);
        Items = RestService.ForGenerated<IItemsApi>(http, settings);
        Users = RestService.ForGenerated<IUsersApi>(http, settings);
        Moderations = RestService.ForGenerated<IModerationsApi>(http, settings);
        Applications = RestService.ForGenerated<IApplicationsApi>(http, settings);
        MissedFeeds = RestService.ForGenerated<IMissedFeedsApi>(http, settings);
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

    /// <summary>Reads whatever a notification's resource holds, as it is.</summary>
    public async Task<JsonElement> ReadAsync(ResourcePath path, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path.Path.TrimStart('/'), UriKind.Relative));
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, cancellationToken);
        }
        catch (Exception e) when (TransportErrors.Translate(request, e, cancellationToken) is { } failure)
        {
            throw new MercadoLibreException(failure.Error, e);
        }

        using (response)
        {
            if (await ResponseErrors.ReadAsync(response, cancellationToken) is { } error)
                throw error;
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
}

/// <summary>The API as the application's owner sees it.</summary>
public sealed class ApplicationClient
{
    internal ApplicationClient(AccountClient owner) => Owner = owner;

    public AccountClient Owner { get; }

    public IApplicationsApi Applications => Owner.Applications;

    public IMissedFeedsApi MissedFeeds => Owner.MissedFeeds;
}
