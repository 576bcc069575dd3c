using MeliBot.Bot.Deciding;
using MeliBot.Bot.Endpoints;
using MeliBot.Bot.Facts;
using MeliBot.Bot.Local;
using MeliBot.Bot.Rehearsal;
using MeliBot.Delivery;
using MeliBot.Delivery.Stores;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Inbox;
using MeliBot.Inbox.Designing;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.DataProtection;

namespace MeliBot.Bot.Composition;

internal static class BotServices
{
    public static void AddBot(this IServiceCollection services, IConfiguration configuration, bool pages)
    {
        services.AddOptions<BotOptions>().BindConfiguration(BotOptions.Section).ValidateDataAnnotations().ValidateOnStart()
            .Validate(_ => RolesInUse.Problem(configuration) is null, RolesInUse.Problem(configuration) ?? "")
            .Validate<IServiceProvider>((_, provider) => configuration.Has(HostRoles.Worker) || RolesInUse.Problem(configuration) is not null || provider.GetService<StoreInUse>() is not { IsShared: false }, $"{RolesInUse.Key}: without \"worker\" nothing would ever be answered, because one host alone owns an SQLite store. Add worker, or let several hosts share a PostgreSQL store.")
            .Validate(_ => HearsOfQuestions(configuration), "MercadoLibre:Notifications:Secrets:0: without a secret no notification is accepted, so no question would be heard of. Make one with \"openssl rand -hex 32\", or start with --poll.");
        services.Configure<HostOptions>(host =>
        {
            // All at once: one after the other, each with its own grace, would take longer than the platform waits.
            host.ServicesStopConcurrently = true;
            host.ShutdownTimeout = StopWithin(configuration);
        });
        services.PostConfigure<DeliveryOptions>(delivery => delivery.StopGrace = Shorter(delivery.StopGrace, StopWithin(configuration) * 0.75));

        services.AddPlaybookDeciding(provider => provider.GetRequiredService<PlaybookInUse>().Playbook);
        // Before the adapter, which brings SQLite where there is no store yet.
        if (StoreChoice.IsShared(configuration)) services.AddAzureQueues().AddPostgresDelivery();
        services.AddMercadoLibreAdapter();
        services.AddSingleton(BotAbilities.OfPlaybooks);
        services.AddPlaybook();
        services.PostConfigure<PlaybookOptions>(playbook => playbook.ModelCache ??= CacheFolder.Path);
        services.AddSingleton<PlaybookInUse>();
        services.AddPlaybookBot(
            provider => provider.GetRequiredService<PlaybookInUse>().Playbook,
            provider => provider.GetRequiredService<PlaybookInUse>().Model,
            provider => provider.GetRequiredService<PlaybookInUse>().AfterSale,
            provider => provider.GetRequiredService<PlaybookInUse>().InClaims);
        services.AddSingleton<ItemNotes>();
        services.AddSingleton<IFactSource, ItemFactSource>();

        if (pages) services.AddInbox(configuration).AddSingleton<IDialogConsole, HostConsole>();
        services.PostConfigure<InboxOptions>(inbox => inbox.IndexPath ??= $"{StoreChoice.PathOf(configuration)}.inbox");
        services.AddSingleton<LinkCallbacks>();
        services.AddSingleton<ClaimStories>();
        services.AddSingleton<IBotControl, DirectControl>();
        services.AddHealth();
        services.PostConfigure<MercadoLibreOptions>(platform => platform.Budget.Weight ??= configuration.Has(HostRoles.Worker) ? 8 : 1);
        services.KeepServicesOf(RolesInUse.Of(configuration));
        if (configuration[$"{BotOptions.Section}:{nameof(BotOptions.KeyCertificate)}"] is { Length: > 0 } certificate)
        {
            services.AddDataProtection().ProtectKeysWithCertificate(
                KeyCertificate.Load(certificate, configuration[$"{BotOptions.Section}:{nameof(BotOptions.KeyCertificatePassword)}"]));
        }
    }

    private static TimeSpan StopWithin(IConfiguration configuration) => configuration.GetValue($"{BotOptions.Section}:{nameof(BotOptions.StopWithin)}", new BotOptions().StopWithin);

    // What is abandoned has to be given back before the host is gone.
    private static TimeSpan Shorter(TimeSpan wanted, TimeSpan most) => wanted < most ? wanted : most;

    // Of a host that takes nothing in nobody wants to hear how.
    private static bool HearsOfQuestions(IConfiguration configuration) =>
        !configuration.Has(HostRoles.Ingress) || configuration.GetValue<bool>(Settings.Polling) || configuration.GetSection("MercadoLibre:Notifications:Secrets").GetChildren().Any(secret => !string.IsNullOrEmpty(secret.Value));

    public static void MapBot(this WebApplication app)
    {
        // Each of these has a secret or a place of its own; nobody signs in there.
        var open = app.MapGroup("").AllowAnonymous();
        if (app.Configuration.Has(HostRoles.Ingress))
        {
            open.MapMercadoLibre();
            open.MapLinkCallback();
        }

        open.MapHealth();
        open.MapLocalApi();
        if (InboxInUse.IsServed(app.Configuration)) app.MapInbox();
    }
}
