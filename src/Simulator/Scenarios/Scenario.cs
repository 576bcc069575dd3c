namespace MeliBot.Simulator;

/// <summary>A scenario as its file says it: who there is, and what happens when.</summary>
public sealed record Scenario
{
    public required string Name { get; init; }
    public IReadOnlyList<ScenarioUser> Accounts { get; init; } = [];
    public IReadOnlyList<ScenarioUser> Buyers { get; init; } = [];
    public IReadOnlyList<ScenarioItem> Items { get; init; } = [];
    public IReadOnlyList<ScenarioStep> Steps { get; init; } = [];

    /// <summary>Each step waits for the one before: time may pass in between.</summary>
    public bool OneByOne { get; init; }

    public ScenarioPerson? Person { get; init; }
    public IReadOnlyList<TimeSpan>? RetryGaps { get; init; }
    public NoticeForm? NoticeForm { get; init; }
    public TimeSpan? ModerationAfter { get; init; }
}

/// <param name="Key">What the file calls it.</param>
public sealed record ScenarioUser(string Key, NewUser User);

/// <param name="Account">The key of its seller.</param>
public sealed record ScenarioItem(string Key, string Account, NewItem Item);

public sealed record ScenarioPerson(TimeSpan After, TimeSpan? WhenUnansweredFor, IReadOnlyList<PersonRule> Rules);

/// <param name="At">Since the scenario's start.</param>
/// <param name="AfterAnswer">The question whose answer this step waits for; null: none.</param>
/// <param name="Wait">From that moment to the act.</param>
public sealed record ScenarioStep(int Line, TimeSpan At, string? AfterAnswer, TimeSpan Wait, TimeSpan Timeout, ScenarioAct Act);

public abstract record ScenarioAct;

public sealed record AskAct(string Key, string Buyer, string Item, string Text) : ScenarioAct;

public sealed record AnswerAct(string Question, string Text) : ScenarioAct;

/// <param name="What"><c>repeat</c>, <c>touch</c>, <c>delete</c>, <c>ban</c>, <c>ban answer</c>, <c>review</c>, <c>unreview</c>, <c>hand over</c>.</param>
public sealed record QuestionAct(string What, string Question, int Copies) : ScenarioAct;

/// <param name="What"><c>pause</c>, <c>activate</c>, <c>close</c>.</param>
public sealed record ItemAct(string What, string Item) : ScenarioAct;

public sealed record BuyAct(string Key, string Buyer, string Item, int Quantity, bool Pay, bool Agent, bool Pack) : ScenarioAct;

/// <param name="What"><c>pay</c>, <c>start payment</c>, <c>cancel</c>, <c>buyer reads</c>.</param>
public sealed record SaleAct(string What, string Order) : ScenarioAct;

/// <param name="Elsewhere">By the seller on the site, not by the buyer.</param>
public sealed record WriteAct(string Order, string Text, bool Elsewhere) : ScenarioAct;

public sealed record ShipAct(string Order, string Status, string? Substatus) : ScenarioAct;

public sealed record FaultAct(Fault Fault, string Label) : ScenarioAct;

public sealed record SayAct(string Text) : ScenarioAct;

public sealed record CrashAct(string Target) : ScenarioAct;

/// <param name="Questions">Empty: every question of the scenario.</param>
public sealed record ExpectAct(IReadOnlyList<string> Questions, TimeSpan Within) : ScenarioAct;
