using System.Globalization;

namespace MeliBot.Simulator;

/// <summary>
/// The whole platform in memory, under direct control: what a person or a test does to it without going through the API.
/// Everything here is done "elsewhere": notices go out as for any other change.
/// </summary>
public sealed class World
{
    internal World(SimulatorOptions options, SimulatorClock clock)
    {
        Options = options;
        Clock = clock;
        Core = new(options, clock);
        Happenings = new(Core);
        Journal = new(Core);
        Faults = new(Core);
        Registry = new(Core);
        Tokens = new(Core, Registry, Journal);
        Notices = new(Core, Registry, Tokens, Faults, Happenings);
        Moderation = new(Core);
        Items = new(Core, Registry);
        Questions = new(Core, Registry, Items, Journal, Happenings, Notices, Moderation);
        Patience = new(Core, Journal, Registry);
        Person = new(Core, Questions, Items, Happenings);
        Sales = new(Core, Registry, Items, Notices, Happenings);
        Messages = new(Core, Sales, Journal, Happenings, Notices);
        Claims = new(Core, Registry, Sales, Messages, Journal, Happenings, Notices);
    }

    public SimulatorOptions Options { get; }
    public SimulatorClock Clock { get; }
    public Journal Journal { get; }
    public Faults Faults { get; }
    public Happenings Happenings { get; }

    /// <summary>The seller's human colleague, who answers what was handed over.</summary>
    public Person Person { get; }

    /// <summary>What buyers buy, and how it goes on.</summary>
    public SalesOffice Sales { get; }

    /// <summary>What is written about it.</summary>
    public MessageBoard Messages { get; }

    /// <summary>What is complained of, and how it ends.</summary>
    public ClaimOffice Claims { get; }

    public IReadOnlyList<WorldApplication> Applications => Registry.Applications;
    public IReadOnlyList<WorldUser> Users => Registry.Users;
    public IReadOnlyList<WorldItem> AllItems => Items.All;
    public IReadOnlyList<WorldQuestion> AllQuestions => Questions.All;
    public IReadOnlyList<Notice> AllNotices => Notices.All;
    public IReadOnlyList<WorldGrant> Grants => Tokens.Grants;

    /// <summary>Every access token, refresh token and code that was ever handed out: what must not be found anywhere.</summary>
    public IReadOnlyList<string> IssuedTickets => Tokens.Issued;

    internal WorldCore Core { get; }
    internal Registry Registry { get; }
    internal TokenOffice Tokens { get; }
    internal Catalogue Items { get; }
    internal QuestionBoard Questions { get; }
    internal ModerationDesk Moderation { get; }
    internal NoticeOffice Notices { get; }
    internal Patience Patience { get; }

    public WorldApplication CreateApplication(NewApplication? wish = null) => Registry.Create(wish ?? new());

    public WorldUser CreateSeller(NewUser? wish = null) => Registry.Create(wish ?? new(), seller: true);

    public WorldUser CreateBuyer(NewUser? wish = null) => Registry.Create(wish ?? new(), seller: false);

    public WorldItem CreateItem(NewItem wish) => Items.Create(wish);

    /// <summary>Grants and hands out tokens without the authorisation page.</summary>
    public IssuedTokens Grant(long applicationId, long userId) => Tokens.Issue(Application(applicationId), User(userId), renewGrant: true);

    /// <summary>The user takes the grant back in the account's settings: all its tokens die, nobody is told.</summary>
    public void Revoke(long applicationId, long userId) => Tokens.Revoke(applicationId, userId);

    public void ExpireAccessTokens(long userId) => Tokens.ExpireAccessTokens(userId);

    /// <summary>Sets the callback and switches topics on (again).</summary>
    public void Subscribe(long applicationId, Uri? callback = null, params string[] topics) =>
        Notices.Subscribe(Application(applicationId), callback, topics);

    /// <exception cref="InvalidOperationException">The platform refuses the question; the message says why.</exception>
    public WorldQuestion Ask(long buyerId, string itemId, string text)
    {
        var outcome = TryAsk(buyerId, itemId, text);
        return outcome.Question ?? throw new InvalidOperationException($"{outcome.Refusal!.Error}: {outcome.Refusal.Message}");
    }

    public QuestionOutcome TryAsk(long buyerId, string itemId, string text) => Questions.Ask(buyerId, itemId, text, "buyer", null);

    public WorldQuestion? Question(long id) => Questions.Find(id);

    public WorldItem? Item(string id) => Items.Find(id);

    /// <summary>The seller answers on the site or with another tool.</summary>
    public QuestionOutcome AnswerElsewhere(long questionId, string text, string by = "elsewhere") =>
        Questions.Answer(questionId, text, Questions.Find(questionId)?.SellerId ?? 0, by);

    public void DeleteQuestion(long questionId) => Questions.Turn(questionId, q => q with { Status = QuestionStatuses.Deleted });

    public void BanQuestion(long questionId, string reason = "DP") => Questions.Ban(questionId, reason);

    public void BanAnswer(long questionId, string reason = "DP") => Questions.BanAnswer(questionId, reason);

    /// <summary>Any status, known to anyone or not.</summary>
    public void SetQuestionStatus(long questionId, string status) => Questions.Turn(questionId, q => q with { Status = status });

    public void PurgeQuestion(long questionId) => Questions.Purge(questionId);

    /// <summary>An internal change: nothing to see, a notice all the same.</summary>
    public void TouchQuestion(long questionId) => Questions.Touch(questionId);

    /// <returns>How many notices went out again.</returns>
    public int RepeatNotice(long questionId, int copies = 1) =>
        Notices.Repeat("/questions/" + questionId.ToString(CultureInfo.InvariantCulture), copies);

    /// <returns>How many notices went out again, in whichever form the last ones were.</returns>
    public int RepeatClaimNotice(long claimId, int copies = 1)
    {
        var resource = "post-purchase/v1/claims/" + claimId.ToString(CultureInfo.InvariantCulture);
        return Notices.Repeat("/" + resource, copies) + Notices.Repeat(resource, copies);
    }

    public WorldItem ChangeItem(string itemId, Func<WorldItem, WorldItem> change)
    {
        var item = Items.Change(itemId, change);
        Questions.ItemTurned(item);
        Notices.Publish("items", $"/items/{item.Id}", item.SellerId);
        return item;
    }

    public WorldItem PauseItem(string itemId) => ChangeItem(itemId, i => i with { Status = "paused", SubStatus = ["paused_by_seller"] });

    public WorldItem ActivateItem(string itemId) => ChangeItem(itemId, i => i with { Status = "active", SubStatus = [] });

    public WorldItem CloseItem(string itemId) => ChangeItem(itemId, i => i with { Status = "closed", SubStatus = ["deleted"] });

    public WorldItem ReviewItem(string itemId) => ChangeItem(itemId, i => i with { Status = "under_review", SubStatus = ["held"] });

    public void Blacklist(long sellerId, long buyerId) => Questions.SetBlacklisted(sellerId, buyerId, listed: true, "elsewhere");

    public void Unblacklist(long sellerId, long buyerId) => Questions.SetBlacklisted(sellerId, buyerId, listed: false, "elsewhere");

    public long AddFault(Fault fault) => Faults.Add(fault);

    /// <summary>Every notice acknowledged, given up or lost, and no effect still to come.</summary>
    public bool IsIdle => Notices.Pending == 0 && Core.LateEffects == 0;

    public Task WaitIdleAsync(CancellationToken cancellationToken = default) => Core.WaitUntilAsync(() => IsIdle, cancellationToken);

    /// <summary>Returns when the condition holds; looked at after every change of the world, under its lock.</summary>
    public Task WaitUntilAsync(Func<World, bool> condition, CancellationToken cancellationToken = default) =>
        Core.WaitUntilAsync(() => condition(this), cancellationToken);

    public async Task<WorldAnswer> WaitForAnswerAsync(long questionId, CancellationToken cancellationToken = default)
    {
        await Core.WaitUntilAsync(() => Questions.Find(questionId)?.Answer is not null, cancellationToken);
        return Questions.Find(questionId)!.Answer!;
    }

    internal WorldApplication Application(long id) =>
        Registry.FindApplication(id) ?? throw new InvalidOperationException($"There is no application {id}. Create it first.");

    internal WorldUser User(long id) => Registry.FindUser(id) ?? throw new InvalidOperationException($"There is no user {id}. Create it first.");
}
