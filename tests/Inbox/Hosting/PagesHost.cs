using System.Net;
using System.Text.RegularExpressions;
using MeliBot.Inbox.Hosting;
using MeliBot.Inbox.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MeliBot.Inbox.Tests;

/// <summary>The pages as a host serves them, without the channel's work behind them.</summary>
internal sealed partial class PagesHost : IAsyncDisposable
{
    private PagesHost(WebApplication app) => App = app;

    public WebApplication App { get; }

    /// <summary>All that the pages answer to.</summary>
    public IReadOnlyList<EndpointDataSource> Pages
    {
        get
        {
            var branch = App.Services.GetRequiredService<PagesBranch>();
            branch.Pipeline();
            return branch.Endpoints;
        }
    }

    public Uri Url => new(App.Urls.First());

    public static async Task<PagesHost> StartAsync(params IReadOnlyList<(string Key, string Value)> settings)
    {
        var folder = Directory.CreateTempSubdirectory("melibot-pages-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "MeliBot.Inbox", ContentRootPath = folder });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        builder.Logging.ClearProviders();
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Services.AddDelivery().AddSqliteDelivery(sqlite => sqlite.Path = Path.Combine(folder, "pages.db"));
        builder.Services.AddInbox(builder.Configuration);
        // Listing and indexing need the channel; signing in doesn't.
        foreach (var work in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && IsOurs(service)).ToList()) builder.Services.Remove(work);
        var host = new PagesHost(builder.Build());
        host.App.MapInbox();
        await host.App.StartAsync();
        return host;
    }

    /// <summary>A browser with its own cookies, that follows nothing by itself.</summary>
    public static HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() });

    /// <summary>Makes somebody with this role, and signs in as them.</summary>
    public async Task<HttpClient> SignInAsync(string role, string name = "ana")
    {
        var services = App.Services;
        var people = services.GetRequiredService<PeopleStore>();
        var invitations = services.GetRequiredService<Invitations>();
        await people.AddAsync(new Person { Id = Invitations.NewId(), SignInName = name, Name = "Ana", Roles = [role], Stamp = Invitations.NewStamp() }, default);
        var browser = Browser();
        var token = await invitations.InviteAsync(name, default);
        using var answer = await PostAsync(browser, $"welcome/{token}", "welcome", ("token", token), ("password", Password), ("again", Password));
        answer.Headers.Location?.OriginalString.ShouldBe("/inbox");
        return browser;
    }

    public const string Password = "una clave larga";

    /// <summary>Opens a page and sends its form with these fields.</summary>
    public async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string to, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(new Uri(Url, page));
        var token = WebUtility.HtmlDecode(AntiforgeryField().Match(html).Groups["token"].Value);
        return await PostAsync(browser, to, [("__RequestVerificationToken", token), .. fields]);
    }

    public async Task<HttpResponseMessage> PostAsync(HttpClient browser, string to, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        return await browser.PostAsync(new Uri(Url, to), form);
    }

    public async ValueTask DisposeAsync()
    {
        var folder = App.Environment.ContentRootPath;
        await App.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static bool IsOurs(ServiceDescriptor service) =>
        (service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType)?.Assembly.GetName().Name?.StartsWith("MeliBot.", StringComparison.Ordinal) == true;

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AntiforgeryField();
}
