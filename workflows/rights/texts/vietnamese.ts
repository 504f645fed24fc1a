import { authors, type RightsText } from '../sentences.ts'

export const vietnamese = {
  language: 'vi',
  tag: 'vi',
  name: 'Tiếng Việt',
  direction: 'ltr',
  status: 'provisional',
  translator: authors,
  from: '2026-11-28',
  code: 'k4xs',
  sentences: {
    title: 'Quyền của bạn',
    choice: 'Bạn có thể nói có, không, hoặc chưa phải bây giờ. Nếu bạn nói không, bạn vẫn được giúp đỡ.',
    change: 'Bạn có thể đổi ý bất cứ lúc nào.',
    secret:
      'Chúng tôi không cho ai biết tên của bạn nếu bạn không đồng ý. Trừ khi luật yêu cầu, hoặc khi có người đang gặp nguy hiểm nghiêm trọng.',
    interpreter: 'Bạn có thể yêu cầu người phiên dịch. Việc này miễn phí.',
    help: 'Một hiệp hội có thể giúp bạn. Bạn không cần tố cáo để được giúp đỡ.',
    shelter: 'Bạn có thể yêu cầu một nơi an toàn để ngủ.',
    care: 'Bạn có thể yêu cầu gặp bác sĩ, kể cả khi không có giấy tờ.',
    complaint: 'Bạn có thể tố cáo. Bạn cũng có thể không tố cáo.',
    lawyer: 'Bạn có thể có luật sư. Nếu bạn có ít tiền, nhà nước có thể trả tiền luật sư.',
    compensation: 'Bạn có thể yêu cầu bồi thường cho những tổn hại bạn đã chịu.',
    danger: 'Đang gặp nguy hiểm: gọi 17 hoặc 112. Bạn cũng có thể gửi tin nhắn SMS đến 114.',
    child: 'Nếu bạn dưới 18 tuổi, bạn có quyền được bảo vệ. Bạn cũng được hỏi ý kiến.',
    foreign: 'Nếu bạn không có quốc tịch của một nước Liên minh châu Âu:',
    reflection:
      'Bạn có thể yêu cầu 30 ngày để suy nghĩ. Trong 30 ngày này, không ai có thể buộc bạn rời khỏi nước Pháp.',
    receipt:
      '30 ngày bắt đầu khi cơ quan hành chính tỉnh (préfecture) cấp cho bạn một giấy. Với giấy này, bạn có thể đi làm.',
    stopping: null,
    permit:
      'Bạn có thể xin thẻ cư trú nếu bạn tố cáo hoặc làm chứng. Bạn phải không còn liên hệ với những người đó.',
    asylum: 'Nếu bạn sợ trở về nước mình, bạn có thể xin tị nạn.',
    return: 'Bạn có thể yêu cầu được giúp trở về nước, chỉ khi bạn muốn.',
    data: 'Chúng tôi ghi những gì bạn nói vào một hồ sơ được bảo vệ. Bạn có thể yêu cầu đọc và sửa hồ sơ.',
    agrees: 'Sự đồng ý của bạn',
    wishes: 'Bạn có muốn yêu cầu 30 ngày này để suy nghĩ không?',
    yes: 'Có',
    no: 'Không',
    later: 'Chưa phải bây giờ',
    consents: {
      A: null,
      B: null,
      C: 'Chúng tôi có thể cho biết tên của bạn để tìm chỗ ở xa nơi này (Ac.Sé) không?',
      D: 'Chúng tôi có thể cho OFII biết tên của bạn, để tìm chỗ ở cho người xin tị nạn không?',
      E: 'Chúng tôi có thể cho préfecture biết tên của bạn, để làm giấy tờ không?',
      F: 'Bạn có muốn gặp cảnh sát, hiến binh hoặc thanh tra lao động không? Họ sẽ biết tên của bạn.',
      G: 'Chúng tôi có thể cho một nơi khám chữa bệnh biết tên của bạn không?',
      H: 'Chúng tôi có thể cho một cơ quan ở nước khác biết tên của bạn không?',
      J: 'Chúng tôi có thể cho biết tên của bạn để tìm chỗ ở thông thường (SIAO, 115, CHRS) không?'
    }
  }
} as const satisfies RightsText
