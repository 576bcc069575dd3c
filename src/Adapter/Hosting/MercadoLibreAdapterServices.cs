using MeliBot.Adapter;
using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Adapter.Policy;
using MeliBot.Adapter.State;
using MeliBot.Adapter.Transcripts;
using MeliBot.Adapter.Turns;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Records;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.State;
using MeliBot.Delivery.Turns;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

public static class MercadoLibreAdapterServices
{
    /// <summary>
    /// Adds the whole channel for the <see cref="IBot"/> that is registered: the client of Mercado Libre, durable delivery on SQLite, linked
    /// accounts, state, transcripts and <see cref="MercadoLibreAdapter"/>. Settings come from the configuration sections <c>MercadoLibre</c> and
    /// <c>Delivery</c>; whatever is missing is reported when the host starts, all at once.
    /// <para>Every part can be replaced by registering another before.</para>
    /// </summary>
    public static IServiceCollection AddMercadoLibreAdapter(this IServiceCollection services, Action<MercadoLibreAdapterOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        Bind<MercadoLibreAdapterOptions>(services, MercadoLibreAdapterOptions.Section, static (section, options) => section.Bind(options))
            .Validate<IServiceProviderIsService>((_, known) => known.IsService(typeof(IBot)), "No bot is registered: add services.AddTransient<IBot, YourBot>().");
        if (configure is not null)
            services.Configure(configure);

        if (!services.Any(service => service.ImplementationType == typeof(SettingsFirst)))
            services.Insert(0, ServiceDescriptor.Singleton<IHostedService, SettingsFirst>());

        AddAccounts(services);
        services.TryAddSingleton<IWriteGate, BotSendGate>();
        services.AddMercadoLibre();
        services.AddDelivery().AddAzureQueues().AddSqliteDelivery();
        AddDeciding(services);
        AddRoute(services);
        services.AddNotifications();
        services.AddSweeps();
        services.AddReplicas();

        services.TryAddSingleton<MercadoLibreAdapter>();
        services.TryAddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<MercadoLibreAdapter>());
        services.TryAddSingleton<BotAdapter>(provider => provider.GetRequiredService<MercadoLibreAdapter>());
        services.TryAddSingleton<IStorage, DeliveryStorage>();
        services.TryAddSingleton<ITranscriptStore, CommittedTranscripts>();
        services.TryAddSingleton<ConversationState>();
        services.TryAddSingleton<UserState>();
        return services;
    }

    private static void AddAccounts(IServiceCollection services)
    {
        // The client's own default forgets the tokens with the process.
        foreach (var forgetful in services.Where(service => service.ImplementationType == typeof(InMemoryTokenStore)).ToList())
            services.Remove(forgetful);
        services.TryAddSingleton<ITokenStore, ProtectedTokenStore>();
        services.TryAddSingleton<AccountStore>();
        services.TryAddSingleton<IAccountDirectory>(provider => provider.GetRequiredService<AccountStore>());
        services.TryAddSingleton<LinkRequests>();
        services.TryAddSingleton(provider => new AccountLinker(
            provider.GetRequiredService<OAuthClient>(),
            provider.GetRequiredService<IMercadoLibreClient>(),
            provider.GetRequiredService<ITokenSource>(),
            provider.GetRequiredService<AccountStore>(),
            provider.GetRequiredService<LinkRequests>(),
            provider.GetRequiredService<IOptions<MercadoLibreOptions>>(),
            provider.GetRequiredService<TimeProvider>()));

        services.AddDataProtection().SetApplicationName("MeliBot");
        services.AddOptions<KeyManagementOptions>().Configure<IRecordStore>((options, records) => options.XmlRepository ??= new RecordXmlRepository(records));
    }

    internal static void AddDeciding(IServiceCollection services)
    {
        Bind<ComposeOptions>(services, ComposeOptions.Section, static (section, options) => section.Bind(options));
        Bind<PolicyOptions>(services, PolicyOptions.Section, static (section, options) => section.Bind(options));
        services.TryAddSingleton<QuestionComposer>();
        services.TryAddSingleton(_ => new ContentGuards(ContentGuards.Default));
        services.TryAddSingleton<IGuardSource, SameGuards>();
        services.TryAddSingleton<ModePolicy>();
        services.TryAddSingleton<IPolicy>(provider => provider.GetRequiredService<ModePolicy>());
        services.TryAddSingleton<ReplyDecider>();
        services.TryAddSingleton(provider => new TurnRehearsal(
            new RehearsalAdapter(provider.GetRequiredService<ILogger<MercadoLibreAdapter>>()),
            provider.GetRequiredService<ReplyDecider>()));
    }

    private static void AddRoute(IServiceCollection services)
    {
        services.TryAddSingleton(provider => new QuestionActivities(ServiceUrl(provider)));
        services.TryAddSingleton(provider => new AnswerEvents(ServiceUrl(provider)));
        services.TryAddSingleton<QuestionSight>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITopicHandler, QuestionSignalHandler>());
        services.TryAddSingleton<OrderStore>();
        services.TryAddSingleton<OrderKeeper>();
        services.TryAddSingleton<Leads>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITopicHandler, OrderSignalHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITopicHandler, PaymentSignalHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITopicHandler, ShipmentSignalHandler>());
        services.TryAddSingleton<ISignalHandler, SignalDispatcher>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectSender, AnswerSender>());
        services.TryAddSingleton(provider => new MessageActivities(ServiceUrl(provider)));
        services.TryAddSingleton(provider => new MessageEvents(ServiceUrl(provider)));
        services.TryAddSingleton<ThreadSight>();
        services.TryAddSingleton<SaleOfThread>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITopicHandler, ThreadSignalHandler>());
        services.TryAddSingleton<SaleWriting>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectSender, MessageSender>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectSender, ContactSender>());
        services.AddClaims(ServiceUrl);
        services.TryAddSingleton<IEffectHandler, EffectDispatcher>();

        services.TryAddSingleton(provider => new TurnExecution(provider.GetRequiredService<IStateStore>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<RepeatGuard>();
        services.TryAddSingleton<TurnOutcomes>();
        services.TryAddSingleton<ITurnHandler, BotTurnHandler>();
        // The runner may know the turn handler, which knows the adapter: it is asked for when it is needed.
        services.TryAddSingleton(provider => new ProactiveTurns(
            provider.GetRequiredService<ITurnRunner>,
            provider.GetRequiredService<TurnExecution>(),
            provider.GetRequiredService<TurnOutcomes>()));
        services.TryAddSingleton<IHandoffs>(provider => new Handoffs(provider.GetRequiredService<ITurnRunner>, provider.GetRequiredService<TimeProvider>()));
    }

    private static string ServiceUrl(IServiceProvider provider) => provider.GetRequiredService<IOptions<MercadoLibreOptions>>().Value.BaseUrl!.AbsoluteUri;

    /// <param name="bind">Written out by each caller, because only a call that names its type is compiled instead of reflected.</param>
    private static OptionsBuilder<TOptions> Bind<TOptions>(IServiceCollection services, string section, Action<IConfigurationSection, TOptions> bind)
        where TOptions : class
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>>(new SectionValidator<TOptions>(section)));
        return services.AddOptions<TOptions>()
            .Configure<IServiceProvider>((options, provider) =>
            {
                if (provider.GetService<IConfiguration>()?.GetSection(section) is { } settings) bind(settings, options);
            })
            .ValidateOnStart();
    }
}
