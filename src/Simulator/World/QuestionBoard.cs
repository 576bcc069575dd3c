using System.Globalization;

namespace MeliBot.Simulator;

/// <summary>Questions and their answers: who may write what, and when.</summary>
internal sealed class QuestionBoard(
    WorldCore core, Registry registry, Catalogue items, Journal journal, Happenings happenings, NoticeOffice notices, ModerationDesk moderation)
{
    public const int MaxLength = 2000;

    private readonly Dictionary<long, Versioned<WorldQuestion>> _questions = [];
    private readonly Dictionary<long, List<long>> _bySeller = [];
    private readonly Dictionary<(long Seller, long Buyer), DateTimeOffset> _blacklist = [];
    private readonly Dictionary<(long Seller, long Buyer), int> _answered = [];
    private long _nextQuestion = 13_000_000_001;

    /// <summary>Called after a question was asked, for whoever follows (the scenario's person).</summary>
    public Action<WorldQuestion>? Asked { get; set; }

    public IReadOnlyList<WorldQuestion> All
    {
        get
        {
            lock (core.Gate) return [.. _questions.Values.Select(q => q.Current)];
        }
    }

    public WorldQuestion? Find(long id, TimeSpan lag = default)
    {
        lock (core.Gate)
        {
            if (!_questions.TryGetValue(id, out var question)) return null;
            return lag > TimeSpan.Zero ? question.At(core.Now - lag) : question.Current;
        }
    }

    /// <summary>All questions to this seller, as they stood <paramref name="lag"/> ago.</summary>
    public IReadOnlyList<WorldQuestion> Of(long sellerId, TimeSpan lag = default)
    {
        lock (core.Gate)
        {
            return _bySeller.TryGetValue(sellerId, out var ids) ? [.. ids.Select(id => Find(id, lag)).OfType<WorldQuestion>()] : [];
        }
    }

    public QuestionOutcome Ask(long buyerId, string itemId, string text, string by, long? applicationId)
    {
        lock (core.Gate)
        {
            if (string.IsNullOrWhiteSpace(text)) return Refuse(new(400, "text_is_null", "The text of {0} can not be null or empty."));
            if (text.Length > MaxLength) return Refuse(TooLong());
            if (items.Find(itemId) is not { } item) return Refuse(new(404, "not_found", $"Item with id {itemId} not found"));
            if (item.Status != "active") return Refuse(new(400, "not_active_item", "item must be active", Cause: false));
            if (item.SellerId == buyerId) return Refuse(new(400, "invalid_question", "The seller can not ask on an own item."));
            if (registry.FindUser(buyerId) is null) return Refuse(new(404, "not_found", $"User {buyerId} not found"));
            if (IsBlacklisted(item.SellerId, buyerId)) return Refuse(new(403, "forbidden", "The user can not ask this seller."));

            var question = new WorldQuestion
            {
                Id = _nextQuestion++,
                SellerId = item.SellerId,
                BuyerId = buyerId,
                ItemId = itemId,
                Text = text,
                Created = core.Now,
                LastUpdated = core.Now,
                ApplicationId = applicationId,
            };
            _questions.Add(question.Id, new(core.Now, question));
            if (!_bySeller.TryGetValue(item.SellerId, out var ids)) _bySeller[item.SellerId] = ids = [];
            ids.Add(question.Id);
            journal.Effect(EffectKinds.Ask, Key(question.Id), null, by, buyerId, text);
            happenings.Add("asked", text, question.Id, by);
            Announce(question);
            if (core.Options.Moderation.Questions) moderation.Watch(text, reason => Ban(question.Id, reason));
            Asked?.Invoke(question);
            return new(question);
        }

        QuestionOutcome Refuse(Refusal refusal)
        {
            journal.Effect(EffectKinds.Ask, itemId, refusal.Error, by, buyerId, text);
            return new(null, refusal);
        }
    }

    public QuestionOutcome Answer(long questionId, string? text, long sellerId, string by)
    {
        lock (core.Gate)
        {
            if (Objection(questionId, text, sellerId) is { } refusal)
            {
                journal.Effect(EffectKinds.Answer, Key(questionId), refusal.Error, by, sellerId, text);
                return new(Find(questionId), refusal);
            }

            var answered = Set(questionId, q => q with
            {
                Status = QuestionStatuses.Answered,
                Answer = new(text!, "ACTIVE", core.Now, by),
            });
            var pair = (answered.SellerId, answered.BuyerId);
            _answered[pair] = _answered.GetValueOrDefault(pair) + 1;
            journal.Effect(EffectKinds.Answer, Key(questionId), null, by, sellerId, text);
            happenings.Add("answered", text!, questionId, by);
            Announce(answered);
            if (core.Options.Moderation.Answers) moderation.Watch(text!, reason => BanAnswer(questionId, reason));
            return new(answered);
        }
    }

    public QuestionOutcome Delete(long questionId, long userId, string by)
    {
        lock (core.Gate)
        {
            var refusal = Find(questionId) switch
            {
                null or { Status: QuestionStatuses.Deleted } => Gone(questionId),
                { } q when q.SellerId != userId && q.BuyerId != userId => Forbidden(),
                { Status: not QuestionStatuses.Unanswered } => new(400, "not_unanswered_question", $"Question {questionId} must be unanswered", Cause: false),
                _ => null,
            };
            journal.Effect(EffectKinds.DeleteQuestion, Key(questionId), refusal?.Error, by, userId);
            if (refusal is not null) return new(null, refusal);
            return new(Turn(questionId, q => q with { Status = QuestionStatuses.Deleted }));
        }
    }

    /// <summary>Any change of a question that its people can see; the notice follows.</summary>
    public WorldQuestion Turn(long questionId, Func<WorldQuestion, WorldQuestion> change)
    {
        lock (core.Gate)
        {
            var question = Set(questionId, change);
            happenings.Add("changed", question.Status, questionId);
            Announce(question);
            return question;
        }
    }

    /// <summary>A change that nobody can see, with the notice that it causes.</summary>
    public void Touch(long questionId)
    {
        lock (core.Gate) Announce(Find(questionId) ?? throw new InvalidOperationException($"There is no question {questionId}."));
    }

    public void Ban(long questionId, string reason)
    {
        lock (core.Gate)
        {
            var question = Turn(questionId, q => q with { Status = QuestionStatuses.Banned });
            moderation.Record(question, question.BuyerId, question.Text, reason);
        }
    }

    public void BanAnswer(long questionId, string reason)
    {
        lock (core.Gate)
        {
            if (Find(questionId)?.Answer is not { } answer)
            {
                throw new InvalidOperationException($"Question {questionId} has no answer that could be banned.");
            }

            var question = Set(questionId, q => q with { Answer = answer with { Status = "BANNED" } });
            moderation.Record(question, question.SellerId, answer.Text, reason);
            happenings.Add("banned", reason, questionId, answer.By);
            Announce(question);
        }
    }

    /// <summary>As if it never had been: reads answer 404.</summary>
    public void Purge(long questionId)
    {
        lock (core.Gate)
        {
            if (Find(questionId) is not { } question) return;
            _questions.Remove(questionId);
            _bySeller[question.SellerId].Remove(questionId);
            Announce(question);
        }
    }

    public Refusal? Hide(IReadOnlyList<long> ids, long sellerId, string by)
    {
        lock (core.Gate)
        {
            foreach (var id in ids)
            {
                var refusal = Find(id) switch
                {
                    null => Gone(id),
                    { } q when q.SellerId != sellerId => Forbidden(),
                    _ => null,
                };
                journal.Effect(EffectKinds.HideQuestion, Key(id), refusal?.Error, by, sellerId);
                if (refusal is not null) return refusal;
                Turn(id, q => q with { Hidden = true, DeletedFromListing = true });
            }

            return null;
        }
    }

    /// <summary>Questions of this buyer that this seller has answered.</summary>
    public int AnsweredFor(WorldQuestion question)
    {
        lock (core.Gate) return _answered.GetValueOrDefault((question.SellerId, question.BuyerId));
    }

    public bool IsBlacklisted(long sellerId, long buyerId)
    {
        lock (core.Gate) return _blacklist.ContainsKey((sellerId, buyerId));
    }

    public IReadOnlyList<(long BuyerId, DateTimeOffset At)> Blacklist(long sellerId)
    {
        lock (core.Gate) return [.. _blacklist.Where(b => b.Key.Seller == sellerId).Select(b => (b.Key.Buyer, b.Value))];
    }

    public void SetBlacklisted(long sellerId, long buyerId, bool listed, string by)
    {
        lock (core.Gate)
        {
            if (listed) _blacklist.TryAdd((sellerId, buyerId), core.Now);
            else _blacklist.Remove((sellerId, buyerId));
            journal.Effect(listed ? EffectKinds.Blacklist : EffectKinds.Unblacklist, Key(buyerId), null, by, sellerId);
        }
    }

    /// <summary>The listing changed: its open questions follow.</summary>
    public void ItemTurned(WorldItem item)
    {
        lock (core.Gate)
        {
            foreach (var question in Of(item.SellerId).Where(q => q.ItemId == item.Id))
            {
                var status = (item.Status, question.Status) switch
                {
                    ("closed", QuestionStatuses.Unanswered) => QuestionStatuses.ClosedUnanswered,
                    ("under_review", QuestionStatuses.Unanswered) => QuestionStatuses.UnderReview,
                    ("active", QuestionStatuses.UnderReview) => QuestionStatuses.Unanswered,
                    _ => null,
                };
                if (status is not null) Turn(question.Id, q => q with { Status = status });
            }
        }
    }

    private Refusal? Objection(long questionId, string? text, long sellerId)
    {
        if (string.IsNullOrWhiteSpace(text)) return new(400, "text_is_null", "The text of {0} can not be null or empty.");
        if (text.Length > MaxLength) return TooLong();
        return Find(questionId) switch
        {
            null or { Status: QuestionStatuses.Deleted } => Gone(questionId),
            { } q when q.SellerId != sellerId => Forbidden(),
            { Status: QuestionStatuses.Answered } => NotUnanswered(questionId),
            { Status: not QuestionStatuses.Unanswered } => new(400, "invalid_question", $"Question {questionId} can not be answered"),
            // The same words as for an answered one, while reads go on saying UNANSWERED.
            { } q when IsBlacklisted(q.SellerId, q.BuyerId) => NotUnanswered(questionId),
            { } q when items.Find(q.ItemId)?.Status != "active" => new(400, "not_active_item", "item must be active", Cause: false),
            _ => null,
        };
    }

    private WorldQuestion Set(long questionId, Func<WorldQuestion, WorldQuestion> change)
    {
        if (!_questions.TryGetValue(questionId, out var question)) throw new InvalidOperationException($"There is no question {questionId}.");
        var changed = change(question.Current) with { LastUpdated = core.Now };
        question.Set(core.Now, changed);
        core.Changed();
        return changed;
    }

    private void Announce(WorldQuestion question) => notices.Publish("questions", $"/questions/{Key(question.Id)}", question.SellerId);

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static Refusal NotUnanswered(long id) => new(400, "not_unanswered_question", $"Question {id} is not unanswered", Cause: false);

    private static Refusal Gone(long id) => new(404, "not_found", $"Question {id} not found");

    private static Refusal Forbidden() => new(403, "forbidden", "forbidden");

    // No public body is known for this one: status and meaning only.
    private static Refusal TooLong() => new(400, "text_too_long", $"The text can not have more than {MaxLength} characters.");
}
