using System.Globalization;

namespace MeliBot.Simulator;

/// <summary>Plays the steps, each at its time or after its answer, none waiting for another.</summary>
internal sealed class ScenarioRun
{
    private readonly World _world;
    private readonly Scenario _scenario;
    private readonly CancellationToken _stopping;
    private readonly Dictionary<string, long> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _buyers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _bought = new(StringComparer.Ordinal);
    private readonly ClaimCast _claims;
    private readonly List<string> _failures = [];
    private int _done;
    private string _state = "loaded";

    public ScenarioRun(World world, Scenario scenario, CancellationToken stopping)
    {
        (_world, _scenario, _stopping, _claims) = (world, scenario, stopping, new(world));
        foreach (var account in scenario.Accounts) _accounts[account.Key] = world.CreateSeller(account.User).Id;
        foreach (var buyer in scenario.Buyers) _buyers[buyer.Key] = world.CreateBuyer(buyer.User).Id;
        foreach (var item in scenario.Items) _items[item.Key] = world.CreateItem(item.Item with { SellerId = _accounts[item.Account] }).Id;
        if (scenario.RetryGaps is { } gaps) world.Options.Notices.RetryGaps = gaps;
        if (scenario.ModerationAfter is { } moderation) world.Options.Moderation.After = moderation;
        if (scenario.Person is not { } person) return;
        world.Person.After = person.After;
        world.Person.WhenUnansweredFor = person.WhenUnansweredFor;
        world.Person.Rules = person.Rules;
    }

    public Task Finished { get; private set; } = Task.CompletedTask;

    public ScenarioProgress Progress
    {
        get
        {
            lock (_world.Core.Gate)
            {
                return new(
                    _scenario.Name, _state, _state == "finished" ? _failures.Count == 0 : null, _scenario.Steps.Count, _done, _asked.Count,
                    _asked.Values.Count(IsAnswered), [.. _failures], new Dictionary<string, long>(_asked, StringComparer.Ordinal), _accounts, _buyers, _items, _claims.Opened);
            }
        }
    }

    public void Start()
    {
        lock (_world.Core.Gate)
        {
            if (_state != "loaded") throw new InvalidOperationException("This scenario was started before. Load it again into a new Simulator.");
            _state = "running";
            if (_scenario.NoticeForm is { } form)
            {
                foreach (var application in _world.Applications) application.NoticeForm = form;
            }
        }

        Finished = RunAsync();
    }

    private async Task RunAsync()
    {
        if (_scenario.OneByOne)
        {
            foreach (var step in _scenario.Steps) await StepAsync(step);
        }
        else
        {
            await Task.WhenAll(_scenario.Steps.Select(StepAsync));
        }

        lock (_world.Core.Gate) _state = "finished";
        _world.Core.Changed();
        var progress = Progress;
        _world.Happenings.Add("finished", $"{progress.Answered} of {progress.Questions} questions answered, {progress.Failures.Count} expectations failed.");
    }

    private async Task StepAsync(ScenarioStep step)
    {
        try
        {
            if (step.At > TimeSpan.Zero) await Task.Delay(step.At, _world.Clock, _stopping);
            if (step.AfterAnswer is { } key && !await UntilAsync(() => _asked.TryGetValue(key, out var id) && IsAnswered(id), step.Timeout))
            {
                Fail(step, $"\"{key}\" was not answered within {Durations.Write(step.Timeout)}");
                return;
            }

            if (step.Wait > TimeSpan.Zero) await Task.Delay(step.Wait, _world.Clock, _stopping);
            await ActAsync(step);
        }
        catch (InvalidOperationException e)
        {
            Fail(step, e.Message);
        }
        finally
        {
            lock (_world.Core.Gate) _done++;
            _world.Core.Changed();
        }
    }

    private async Task ActAsync(ScenarioStep step)
    {
        switch (step.Act)
        {
            case AskAct ask:
                // Both under one lock, so that whoever waits for the key finds it with the question.
                lock (_world.Core.Gate) _asked[ask.Key] = _world.Ask(_buyers[ask.Buyer], _items[ask.Item], ask.Text).Id;
                break;
            case BuyAct buy:
                lock (_world.Core.Gate)
                {
                    _bought[buy.Key] = _world.Sales.Buy(new() { BuyerId = _buyers[buy.Buyer], Lines = [new(_items[buy.Item], buy.Quantity)], Pay = buy.Pay, Agent = buy.Agent, Pack = buy.Pack ? true : null })[0].Id;
                }

                break;
            case SaleAct sale:
                Apply(sale.What, await OrderAsync(sale.Order, step.Timeout));
                break;
            case ShipAct ship:
                var shipped = await OrderAsync(ship.Order, step.Timeout);
                _world.Sales.Move(shipped.ShipmentId ?? throw new InvalidOperationException($"\"{ship.Order}\" has no shipment"), ship.Status, ship.Substatus);
                break;
            case WriteAct { Elsewhere: true } write:
                _world.Messages.WriteElsewhere((await OrderAsync(write.Order, step.Timeout)).Conversation, write.Text);
                break;
            case WriteAct write:
                _world.Messages.WriteAsBuyer((await OrderAsync(write.Order, step.Timeout)).Conversation, write.Text);
                break;
            case AnswerAct answer:
                if (_world.AnswerElsewhere(await QuestionAsync(answer.Question, step.Timeout), answer.Text).Refusal is { } no)
                {
                    // Somebody was quicker: that is life, not a failure.
                    _world.Happenings.Add("step", $"The answer elsewhere to \"{answer.Question}\" was refused: {no.Error}.");
                }

                break;
            case QuestionAct act:
                Apply(act, await QuestionAsync(act.Question, step.Timeout));
                break;
            case ItemAct { What: "pause" } act:
                _world.PauseItem(_items[act.Item]);
                break;
            case ItemAct { What: "activate" } act:
                _world.ActivateItem(_items[act.Item]);
                break;
            case ItemAct act:
                _world.CloseItem(_items[act.Item]);
                break;
            case FaultAct fault:
                _world.AddFault(fault.Fault);
                _world.Happenings.Add("fault", $"{fault.Label} on {fault.Fault.Endpoint}{(fault.Fault.For is { } length ? $" for {Durations.Write(length)}" : "")}");
                break;
            case SayAct say:
                _world.Happenings.Add("say", say.Text);
                break;
            case CrashAct crash:
                _world.Happenings.Add("crash", $"The {crash.Target} is to be killed now.", target: crash.Target);
                break;
            case ExpectAct expect:
                await ExpectAsync(step, expect);
                break;
            case PassAct pass:
                _world.Clock.Advance(pass.By);
                break;
            case OpenClaimAct open:
                var order = open.Order is null ? null : await OrderAsync(open.Order, step.Timeout);
                _claims.Open(open.Claim, open.Wish with { OrderId = order?.Id, SellerId = open.Account is null ? null : _accounts[open.Account], BuyerId = open.Buyer is null ? null : _buyers[open.Buyer] });
                break;
            case ExpectClaimAct expect:
                if (await UntilAsync(() => _claims.Missing(expect).Count == 0, expect.Within)) break;
                if (_claims.Missing(expect) is { Count: > 0 } wrong) Fail(step, $"claim \"{expect.Claim}\": {string.Join("; ", wrong)}");
                break;
            case ClaimStep act:
                if (!await UntilAsync(() => _claims.Has(act.Claim), step.Timeout)) throw new InvalidOperationException($"\"{act.Claim}\" was never opened");
                _claims.Play(act);
                break;
        }
    }

    private void Apply(string what, WorldOrder order)
    {
        switch (what)
        {
            case "pay":
                _world.Sales.Pay(order.Id);
                break;
            case "start payment":
                _world.Sales.StartPayment(order.Id);
                break;
            case "cancel":
                _world.Sales.Cancel(order.Id);
                break;
            default:
                _world.Messages.ReadAsBuyer(order.Conversation);
                break;
        }
    }

    private async Task<WorldOrder> OrderAsync(string key, TimeSpan timeout) =>
        await UntilAsync(() => _bought.ContainsKey(key), timeout) ? _world.Sales.Order(_bought[key])! : throw new InvalidOperationException($"\"{key}\" was never bought");

    private void Apply(QuestionAct act, long question)
    {
        switch (act.What)
        {
            case "repeat":
                _world.RepeatNotice(question, act.Copies);
                _world.Happenings.Add("step", $"The notice was repeated {act.Copies} times.", question);
                break;
            case "touch":
                _world.TouchQuestion(question);
                break;
            case "delete":
                _world.DeleteQuestion(question);
                break;
            case "ban":
                _world.BanQuestion(question);
                break;
            case "ban answer":
                _world.BanAnswer(question);
                break;
            case "review":
                _world.SetQuestionStatus(question, QuestionStatuses.UnderReview);
                break;
            case "unreview":
                _world.SetQuestionStatus(question, QuestionStatuses.Unanswered);
                break;
            default:
                _world.Person.HandOver(question);
                break;
        }
    }

    private async Task ExpectAsync(ScenarioStep step, ExpectAct expect)
    {
        var keys = expect.Questions.Count > 0 ? expect.Questions : [.. _scenario.Steps.Select(s => s.Act).OfType<AskAct>().Select(a => a.Key)];
        if (await UntilAsync(() => keys.All(k => _asked.TryGetValue(k, out var id) && IsAnswered(id)), expect.Within)) return;
        lock (_world.Core.Gate)
        {
            var open = keys.Where(k => !_asked.TryGetValue(k, out var id) || !IsAnswered(id)).ToList();
            Fail(step, $"not answered within {Durations.Write(expect.Within)}: {string.Join(", ", open)}");
        }
    }

    /// <summary>The question behind a key, which another step may still have to ask.</summary>
    private async Task<long> QuestionAsync(string key, TimeSpan timeout) =>
        await UntilAsync(() => _asked.ContainsKey(key), timeout) ? _asked[key] : throw new InvalidOperationException($"\"{key}\" was never asked");

    private bool IsAnswered(long id) => _world.Question(id)?.Answer is not null;

    private async Task<bool> UntilAsync(Func<bool> condition, TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout, _world.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping);
        try
        {
            await _world.Core.WaitUntilAsync(condition, both.Token);
            return true;
        }
        catch (OperationCanceledException) when (!_stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Fail(ScenarioStep step, string text)
    {
        var failure = string.Create(CultureInfo.InvariantCulture, $"line {step.Line}: {text}");
        lock (_world.Core.Gate) _failures.Add(failure);
        _world.Happenings.Add("failed", failure);
    }
}
