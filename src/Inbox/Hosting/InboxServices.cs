using MeliBot.Delivery.Records;
using MeliBot.Delivery.Stores.Sqlite;
using MeliBot.Inbox;
using MeliBot.Inbox.Claims;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Hosting;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Index.Sqlite;
using MeliBot.Inbox.Language;
using MeliBot.Inbox.Live;
using MeliBot.Inbox.Pages;
using MeliBot.Inbox.Pages.Layout;
using MeliBot.Inbox.People;
using MeliBot.Inbox.Sales;
using MeliBot.Inbox.Status;
using MeliBot.Inbox.Writing;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace Microsoft.Extensions.DependencyInjection;

public static class InboxServices
{
    /// <summary>Adds the web pages where people answer. They need <c>AddMercadoLibreAdapter</c>; <c>MapInbox</c> serves them. Settings: section <c>Inbox</c>.</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<InboxOptions>().BindConfiguration(InboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        AddPeople(services, configuration);

        services.TryAddSingleton<PagesBranch>();
        services.TryAddSingleton(provider => new IndexDatabase(() => IndexPath(provider)));
        services.TryAddSingleton<IInboxIndex>(provider => new SqliteInboxIndex(provider.GetRequiredService<IndexDatabase>()));
        services.TryAddSingleton<ISaleIndex, SqliteSaleIndex>();
        services.TryAddSingleton<SaleProjector>();
        services.TryAddSingleton<InboxFeed>();
        services.TryAddSingleton<Presence>();
        services.TryAddSingleton<NameLearner>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<NameLearner>());
        services.AddSingleton<IHostedService, IndexProjector>();
        services.TryAddSingleton<ConversationDesk>();
        services.TryAddSingleton<Listings>();
        services.TryAddSingleton<Buyers>();
        services.TryAddSingleton<AccountNames>();
        services.TryAddSingleton<TypedTexts>();
        services.TryAddSingleton<AnswerPreview>();
        services.TryAddSingleton<AgentDesk>();
        services.TryAddSingleton<AskerDesk>();
        services.TryAddSingleton<QuickTextStore>();
        services.TryAddSingleton<ConversationVariables>();
        services.TryAddSingleton<ReasonText>();
        services.TryAddScoped<Looks>();
        services.TryAddScoped<LiveConnection>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<LiveConnection>());
        AddSales(services);
        AddClaims(services);
        AddStatus(services);

        services.AddLocalization();
        services.AddMudServices();
        services.AddCascadingAuthenticationState();
        services.TryAddScoped<AuthenticationStateProvider, LivingSession>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services;
    }

    private static void AddSales(IServiceCollection services)
    {
        services.TryAddSingleton<SaleDesk>();
        services.TryAddSingleton<SaleThreads>();
        services.TryAddSingleton<MessagePreview>();
        services.TryAddSingleton<AgentPlans>();
        services.TryAddSingleton<MessageDesk>();
    }

    private static void AddClaims(IServiceCollection services)
    {
        services.TryAddSingleton<ClaimDesk>();
        services.TryAddSingleton<ClaimMessageDesk>();
        services.TryAddScoped<ClaimDecisions>();
    }

    private static void AddStatus(IServiceCollection services)
    {
        services.TryAddSingleton<HostStart>();
        services.TryAddSingleton<LagWatch>();
        services.TryAddSingleton<KeyRingReader>();
        services.TryAddSingleton<StatusReader>();
    }

    private static void AddPeople(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.TryAddSingleton<PeopleStore>();
        services.TryAddSingleton<PasswordSignIn>();
        services.TryAddSingleton(provider => new Invitations(
            provider.GetRequiredService<IRecordStore>(),
            provider.GetRequiredService<PeopleStore>(),
            provider.GetRequiredService<IPasswordHasher<Person>>(),
            provider.GetRequiredService<IOptions<InboxOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<PeopleDesk>();
        services.AddAuthorization(InboxPolicies.Add);
        services.AddAntiforgery(antiforgery => (antiforgery.Cookie.Name, antiforgery.Cookie.SecurePolicy) = ("melibot-form", AspNetCore.Http.CookieSecurePolicy.SameAsRequest));
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "melibot";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = AspNetCore.Http.SameSiteMode.Lax;
                cookie.LoginPath = "/sign-in";
                cookie.ReturnUrlParameter = "from";
                cookie.AccessDeniedPath = "/me";
                cookie.SlidingExpiration = true;
                cookie.Events.OnValidatePrincipal = SessionGuard.CheckAsync;
            });
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IOptions<InboxOptions>>((cookie, inbox) => cookie.ExpireTimeSpan = inbox.Value.SessionLife);
        if (configuration.GetSection(InboxOptions.Section).Get<InboxOptions>()?.Oidc is { Authority.Length: > 0 } oidc) authentication.AddExternalSignIn(oidc);
    }

    private static string IndexPath(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<InboxOptions>>().Value.IndexPath is { Length: > 0 } path ? path : provider.GetRequiredService<IOptions<SqliteDeliveryOptions>>().Value.Path + ".inbox";
}
